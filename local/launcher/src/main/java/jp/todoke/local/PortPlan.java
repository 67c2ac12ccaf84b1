package jp.todoke.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import jp.todoke.local.processes.PrivateFile;
import jp.todoke.local.processes.Ports;

/** Ports of one instance; kept from start to start as far as they are free, since the issuer's address stands in every token. */
final class PortPlan {
    private PortPlan() {}

    static Map<String, Integer> make(Options options) {
        if (options.gatewayPort() != 0 && !Ports.isFree(options.gatewayPort())) {
            throw new UserError("Port " + options.gatewayPort()
                    + " is in use by another program.\nStop that program, or choose another port: ./todoke up --port "
                    + Ports.free());
        }
        var earlier = new Properties();
        var file = options.places().ports();
        Map<String, Integer> ports = new LinkedHashMap<>();
        try {
            if (Files.exists(file)) {
                earlier.load(new StringReader(Files.readString(file)));
            }
            for (String name : ProcessNames.WITH_PORT) {
                int port;
                do {
                    port = Ports.preferred(Integer.parseInt(earlier.getProperty(name, "0")));
                    earlier.remove(name);
                } while (ports.containsValue(port));
                ports.put(name, port);
            }
            if (options.gatewayPort() != 0) {
                ports.put(ProcessNames.GATEWAY, options.gatewayPort());
            }
            var text = new StringWriter();
            var values = new Properties();
            ports.forEach((name, port) -> values.setProperty(name, Integer.toString(port)));
            values.store(text, null);
            PrivateFile.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the ports in " + file, e);
        }
        return ports;
    }
}
