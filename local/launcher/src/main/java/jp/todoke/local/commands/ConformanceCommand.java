package jp.todoke.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.Programs;
import jp.todoke.local.Secrets;
import jp.todoke.local.UserError;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.processes.PrivateFile;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.tokens.Wallet;

/** Runs the vendors' suite against the running system, as a vendor would: through the gateway, with a vendor's token, from a jar of its own. */
public final class ConformanceCommand {
    private static final String VENDOR = "vendor";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private final Places places;
    private final Clock clock;

    public ConformanceCommand(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** @param more further options of the suite, for example {@code --only SV-CR-*} */
    public int run(Collection<String> more) {
        Path jar = places.conformanceJar();
        if (!Files.isReadable(jar)) {
            throw new UserError("The suite is not built. Build it with: mvn -B -pl specs/conformance package");
        }
        RunRecord record = RunRecord.living(places.stateDir()).filter(RunRecord::ready)
                .orElseThrow(() -> new UserError("Todoke is not running or not ready. Start it with ./todoke up"));
        var wallet = new Wallet(address(record, ProcessNames.ISSUER), Secrets.keptIn(places.secrets())::ofClient, clock);
        Path report = places.stateDir().resolve("conformance")
                .resolve(STAMP.format(LocalDateTime.ofInstant(clock.instant(), ZoneId.of("Asia/Tokyo"))));
        Path token = report.resolve("token");
        // For an end by Ctrl-C.
        token.toFile().deleteOnExit();
        try {
            PrivateFile.write(token, wallet.ofPerson(VENDOR));
            return suite(jar, address(record, ProcessNames.GATEWAY), token, report, more);
        } catch (IOException e) {
            throw new UncheckedIOException("the suite cannot be started", e);
        } finally {
            remove(token);
        }
    }

    private static int suite(Path jar, URI gateway, Path token, Path report, Collection<String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(Programs.jvm("256m"));
        command.addAll(List.of("-jar", jar.toString(), "run", "--profile", "simulations", "--base-url", gateway.toString(), "--token-file",
                token.toString(), "--report", report.toString()));
        command.addAll(more);
        Process process = new ProcessBuilder(command).inheritIO().start();
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new UserError("interrupted");
        }
    }

    private static URI address(RunRecord record, String process) {
        return Issuer.uriAt(record.ports().getOrDefault(process, 0));
    }

    private static void remove(Path token) {
        try {
            Files.deleteIfExists(token);
        } catch (IOException e) {
            System.err.println("cannot delete " + token + ": " + e.getMessage());
        }
    }
}
