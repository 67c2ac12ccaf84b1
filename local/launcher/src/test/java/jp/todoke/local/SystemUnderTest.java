package jp.todoke.local;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.todoke.local.processes.Directories;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The whole system for end-to-end tests, from the built jars: started once per JVM on free ports and a temporary state
 * directory, stopped with the JVM. Use {@code @ExtendWith(SystemUnderTest.class)} and a {@link RunningSystem} parameter,
 * or {@link #running()}.
 */
public final class SystemUnderTest implements ParameterResolver {
    /** The running system; the first call starts it. */
    public static RunningSystem running() {
        return Holder.SYSTEM;
    }

    public static Path repository() {
        return Launcher.root();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return running();
    }

    /** As {@code up} does: what the launcher's process writes, and PostgreSQL through it, is a log as well. */
    private static void keepOutput(Path log) throws IOException {
        Files.createDirectories(log.getParent());
        OutputStream file = Files.newOutputStream(log);
        System.setOut(new PrintStream(new Both(System.out, file), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Both(System.err, file), true, StandardCharsets.UTF_8));
    }

    private static final class Both extends FilterOutputStream {
        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            super(first);
            this.second = second;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            second.write(bytes, offset, length);
        }
    }

    private static final class Holder {
        static final RunningSystem SYSTEM = begin();

        private static RunningSystem begin() {
            try {
                Path stateDir = Files.createTempDirectory("todoke-under-test");
                keepOutput(stateDir.resolve("logs").resolve("launcher.log"));
                var system = LocalSystem.start(Options.of(new Places(Launcher.root(), stateDir)).withLatency("zero"), System.out::println);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    // Hooks run side by side: this one waits for the system's own.
                    system.close();
                    Directories.delete(stateDir);
                }));
                return system;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
