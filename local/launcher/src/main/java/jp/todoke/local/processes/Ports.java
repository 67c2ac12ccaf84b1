package jp.todoke.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Ports of loopback. */
public final class Ports {
    private Ports() {}

    public static int free() {
        try (var socket = new ServerSocket()) {
            socket.bind(loopback(0));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("this machine gives no port", e);
        }
    }

    /** The port of an earlier start if it is still free, so that addresses stay valid over a restart. */
    public static int preferred(int earlier) {
        return earlier > 0 && isFree(earlier) ? earlier : free();
    }

    public static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            // As servers do it: a port whose last connections are still closing counts as free.
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
        } catch (IOException e) {
            return false;
        }
        // A server on every address does not always keep others from binding loopback alone.
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}
