package jp.todoke.local;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;

/** A child process of the tests: ready at once, or ending at once; it writes the names of its settings to its log. */
public final class StubService {
    private StubService() {}

    public static void main(String[] arguments) throws Exception {
        if (System.getProperty("spring.context.exit") != null || System.getProperty("todoke.doubles.exit") != null) {
            System.exit(0);
        }
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.keySet().stream().filter(name -> name.startsWith("TODOKE_")).forEach(name -> System.out.println("given " + name));
        String port = environment.getOrDefault("MANAGEMENT_SERVER_PORT", environment.get("TODOKE_DOUBLES_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port)), 0);
        for (String path : new String[]{"/actuator/health/readiness", "/health"}) {
            server.createContext(path, exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
        }
        server.start();
    }

    /** Works, but never ends by itself as a rehearsal should. */
    public static final class Endless {
        private Endless() {}

        public static void main(String[] arguments) throws Exception {
            System.clearProperty("spring.context.exit");
            StubService.main(arguments);
        }
    }

    /** Ends as a service does whose configuration is wrong. */
    public static final class Broken {
        private Broken() {}

        public static void main(String[] arguments) {
            System.out.println("todoke.broken is not set");
            System.exit(7);
        }
    }
}
