package jp.todoke.doubles;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.Extension;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jp.todoke.doubles.atena.AtenaPeer;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.auth.AuthPeer;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.bank.BankPeer;
import jp.todoke.doubles.chukan.ChukanPeer;
import jp.todoke.doubles.chukan.ServiceState;
import jp.todoke.doubles.control.AdminApi;
import jp.todoke.doubles.control.AdminServer;
import jp.todoke.doubles.control.Control;
import jp.todoke.doubles.juki.JukiPeer;
import jp.todoke.doubles.myna.MynaPeer;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.persons.Rows;
import jp.todoke.doubles.togo.LinkageCodes;
import jp.todoke.doubles.togo.TogoPeer;
import jp.todoke.doubles.wire.BundledMappings;
import jp.todoke.doubles.wire.NoFiles;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.Seal;
import org.jspecify.annotations.Nullable;

/** Starts the doubles; usable as a program and, in tests, as an object. */
public final class NationalDoubles implements AutoCloseable {

    private static final List<String> OWN_MAPPINGS = List.of("process/mappings/health.json", "process/mappings/unknown-path.json");
    private final WireMockServer server;
    private final Settings settings;
    private final PersonDirectory persons;
    private final @Nullable AdminServer administration;

    private NationalDoubles(WireMockServer server, Settings settings, PersonDirectory persons, Control control,
            ChukanPeer.Lists lists) {
        this.server = server;
        this.settings = settings;
        this.persons = persons;
        this.administration = administration(settings.administration(), new AdminApi(control, persons, lists, this::about));
    }

    private static @Nullable AdminServer administration(Settings.Administration wanted, AdminApi api) {
        try {
            return wanted.port() == null ? null : AdminServer.start(wanted.port(), wanted.token(), api);
        } catch (IOException taken) {
            throw new FatalStartupException(taken);
        }
    }

    public static NationalDoubles start(Settings settings, Clock clock) {
        PersonDirectory directory = new PersonDirectory(settings.data());
        ClientRegistry clients = new ClientRegistry(settings.data(), settings.defaultSecret());
        AccessTokens tokens = new AccessTokens(clients.keyMaterial(), clock);
        List<PeerOperation> operations = new ArrayList<>(AuthPeer.operations(clients, tokens, clock));
        LinkageCodes codes = new LinkageCodes(directory, settings.profile(), clock);
        ServiceState service = new ServiceState();
        ChukanPeer.Lists lists = ChukanPeer.Lists.begin(clock);
        operations.addAll(ChukanPeer.operations(directory, tokens, new Seal("receipt", clients.keyMaterial()), settings.profile(), clock,
                codes, service, lists));
        operations.addAll(AtenaPeer.operations(settings.data(), tokens));
        operations.addAll(TogoPeer.operations(codes, tokens));
        operations.addAll(BankPeer.operations(settings.data(), tokens));
        operations.addAll(JukiPeer.operations(directory, tokens, clock));
        operations.addAll(MynaPeer.operations(settings.data(), clients, clock));
        Control control = new Control(operations, service, settings.administration().keeping(), clock);
        WireMockServer server = new WireMockServer(configuration(settings, operations));
        server.start();
        try {
            return new NationalDoubles(server, settings, directory, control, lists);
        } catch (FatalStartupException portTaken) {
            server.stop();
            throw portTaken;
        }
    }

    private Map<String, Object> about() {
        return Map.of("profile", settings.profile().name().toLowerCase(Locale.ROOT), "port", port());
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
        mappings.addAll(MynaPeer.MAPPINGS);
        mappings.addAll(AtenaPeer.MAPPINGS);
        mappings.addAll(TogoPeer.MAPPINGS);
        mappings.addAll(BankPeer.MAPPINGS);
        return mappings;
    }

    public int port() {
        return server.port();
    }

    /** Of the administration; 0 where there is none. */
    public int adminPort() {
        return administration == null ? 0 : administration.port();
    }

    @Override
    public void close() {
        if (administration != null) {
            administration.close();
        }
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
                    + doubles.settings.profile().name().toLowerCase(Locale.ROOT) + ", " + doubles.persons.size() + " persons)"
                    + (doubles.adminPort() == 0 ? "" : ", administration at http://127.0.0.1:" + doubles.adminPort() + "/admin"));
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
