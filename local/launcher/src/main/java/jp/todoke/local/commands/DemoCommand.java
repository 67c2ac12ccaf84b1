package jp.todoke.local.commands;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.ReachableSystem;
import jp.todoke.local.Secrets;
import jp.todoke.local.UserError;
import jp.todoke.local.demo.Demo;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.tokens.Wallet;

/** Runs the main job: on a fresh instance that is stopped afterwards, or on that of {@code up}, whose cases stay to be looked at. */
public final class DemoCommand {
    private final Path root;

    public DemoCommand(Path root) {
        this.root = root;
    }

    public int run() {
        System.out.println("Starting Todoke for the demo");
        try (LocalSystem system = FreshInstance.start(root, "demo", System.out::println)) {
            return new Demo().run(system);
        }
    }

    public int runOnUp(Places places) {
        RunRecord record = RunRecord.living(places.stateDir()).filter(RunRecord::ready)
                .orElseThrow(() -> new UserError("Todoke is not running or not ready. Start it with ./todoke up"));
        var system = new Kept(places, record, new Wallet(Issuer.uriAt(port(record, ProcessNames.ISSUER)),
                Secrets.keptIn(places.secrets())::ofClient, Clock.systemUTC()));
        if (!Demo.isEmpty(system)) {
            throw new UserError("There are cases already; the demo begins without any: ./todoke reset, then ./todoke up");
        }
        return new Demo().runOn(system);
    }

    private static int port(RunRecord record, String process) {
        return record.ports().getOrDefault(process, 0);
    }

    private record Kept(Places places, RunRecord record, Wallet wallet) implements ReachableSystem {
        @Override
        public URI gatewayUrl() {
            return Issuer.uriAt(port(record, ProcessNames.GATEWAY));
        }

        @Override
        public String token(String user) {
            return wallet.ofPerson(user);
        }

        @Override
        public String clientToken(String clientId) {
            return wallet.ofSystem(clientId);
        }

        @Override
        public Path stateDir() {
            return places.stateDir();
        }

        @Override
        public LocalDate businessDate() {
            return Options.BUSINESS_DATE;
        }
    }
}
