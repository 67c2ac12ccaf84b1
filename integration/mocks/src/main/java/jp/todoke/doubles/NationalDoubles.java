package jp.todoke.doubles;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.auth.AuthPeer;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.chukan.ChukanPeer;
import jp.todoke.doubles.juki.JukiPeer;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.persons.Rows;
import jp.todoke.doubles.wire.BundledMappings;
import jp.todoke.doubles.wire.NoFiles;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.Seal;

/** Starts the doubles; usable as a program and, in tests, as an object. */
public final class NationalDoubles implements AutoCloseable {

    private static final List<String> OWN_MAPPINGS = List.of("process/mappings/health.json", "process/mappings/unknown-path.json");
    private final WireMockServer server;
    private final Settings settings;
    private final int persons;

    private NationalDoubles(WireMockServer server, Settings settings, int persons) {
        this.server = server;
        this.settings = settings;
        this.persons = persons;
    }

    public static NationalDoubles start(Settings settings, Clock clock) {
        PersonDirectory directory = new PersonDirectory(settings.data());
        ClientRegistry clients = new ClientRegistry(settings.data(), settings.defaultSecret());
        AccessTokens tokens = new AccessTokens(clients.keyMaterial(), clock);
        List<PeerOperation> operations = new ArrayList<>(AuthPeer.operations(clients, tokens, clock));
        operations.addAll(ChukanPeer.operations(directory, tokens, new Seal("receipt", clients.keyMaterial()), settings.profile(), clock));
        operations.addAll(JukiPeer.operations(directory, tokens, clock));
        WireMockServer server = new WireMockServer(configuration(settings, operations));
        server.start();
        return new NationalDoubles(server, settings, directory.size());
    }

    private static WireMockConfiguration configuration(Settings settings, List<PeerOperation> operations) {
        // The journal would keep every request, the log its headers and bodies; the admin API would show both.
        return WireMockConfiguration.wireMockConfig().bindAddress(settings.address()).port(settings.port()).disableRequestJournal()
                .stubRequestLoggingDisabled(true).adminAuthenticator(request -> false).gzipDisabled(true).asynchronousResponseEnabled(true)
                .asynchronousResponseThreads(8).fileSource(new NoFiles()).mappingSource(new BundledMappings(mappings()))
                .extensions(operations.toArray(Extension[]::new));
    }

    static List<String> mappings() {
        List<String> mappings = new ArrayList<>(OWN_MAPPINGS);
        mappings.addAll(AuthPeer.MAPPINGS);
        mappings.addAll(ChukanPeer.MAPPINGS);
        mappings.addAll(JukiPeer.MAPPINGS);
        return mappings;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    public static void main(String[] arguments) {
        // The doubles write to the screen themselves; the libraries' logging has no provider here, on purpose.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        if (List.of(arguments).contains("--help")) {
            System.out.println(Settings.USAGE);
            return;
        }
        try {
            NationalDoubles doubles = start(Settings.of(List.of(arguments), System.getenv()), Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(doubles::close, "stop"));
            System.out.println("National doubles ready at http://" + doubles.settings.address() + ":" + doubles.port() + " (profile "
                    + doubles.settings.profile().name().toLowerCase(Locale.ROOT) + ", " + doubles.persons + " persons)");
            if ("onReady".equals(System.getProperty("todoke.doubles.exit"))) {
                // A JVM that records what a start needs, as spring.context.exit does it for applications of Spring.
                System.exit(0);
            }
        } catch (Settings.Unusable unusable) {
            fail(unusable.getMessage() + System.lineSeparator() + Settings.USAGE, 2);
        } catch (Rows.BadData badData) {
            fail("The data cannot be served: " + badData.getMessage(), 2);
        } catch (FatalStartupException notStarted) {
            fail("The port cannot be used; choose another with --port.", 1);
        }
    }

    private static void fail(String message, int status) {
        System.err.println(message);
        System.exit(status);
    }
}
