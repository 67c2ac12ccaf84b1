package jp.todoke.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import jp.todoke.local.Places;
import jp.todoke.local.Secrets;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.issuer.Person;
import jp.todoke.local.postgres.EmbeddedCluster;
import jp.todoke.local.processes.Directories;
import jp.todoke.local.processes.Ports;
import jp.todoke.local.tokens.Wallet;

/** The launcher's own share of a start and of a token, on data that are thrown away: for its AOT cache; not for people. */
public final class RehearseCommand {
    private final Path root;

    public RehearseCommand(Path root) {
        this.root = root;
    }

    public int run() {
        Path stateDir = temporary();
        try {
            Places places = new Places(root, stateDir);
            Secrets secrets = Secrets.keptIn(places.secrets());
            try (var issuer = Issuer.start(Ports.free(), stateDir.resolve("issuer-key.json"), secrets.ofClients());
                    var cluster = EmbeddedCluster.start(places.postgresData(), 0, places.postgresBinaries())) {
                new Wallet(issuer.uri(), secrets::ofClient, Clock.systemUTC()).ofPerson(Person.all().getFirst().name());
                return cluster.port() > 0 ? 0 : 1;
            }
        } finally {
            Directories.delete(stateDir);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("todoke-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary directory", e);
        }
    }
}
