package jp.todoke.local.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.type.TypeReference;

/** The committed sample, as the demo, the launcher and the tests use it. */
public final class Sample {
    /** 届野市, whose sixty applications are decided. */
    public static final String TODOKENO = Towns.TODOKENO.code();
    /** 隣野市, which knows the tax of those who moved in, and has its own users. */
    public static final String TONARINO = Towns.TONARINO.code();

    private static final List<String> DOUBLES = List.of("persons.json", "tax.json", "accounts.json", "family-registers.json",
            "pensions.json", "resident-records.json", "health-insurances.json", "child-allowances.json", "non-residents.json");

    private Sample() {}

    /** Body of the residents feed. */
    public static String residentFeed(String municipality) {
        return text(municipality + "/residents.json");
    }

    /** Body of the tax feed. */
    public static String taxFeed(String municipality) {
        return text(municipality + "/taxes-2026.json");
    }

    /** The sixty applications for 児童手当 in order of arrival. */
    public static List<ApplicationForm> applications() {
        return JsonText.MAPPER.readValue(text(TODOKENO + "/applications.json"), new TypeReference<>() {
        });
    }

    /** The applications for 児童扶養手当 in order of arrival; one of them comes from a family that is among the sixty as well. */
    public static List<ApplicationForm> childRearingApplications() {
        return JsonText.MAPPER.readValue(text(TODOKENO + "/child-rearing-applications.json"), new TypeReference<>() {
        });
    }

    /** Plain applications of couples who are not among the sixty: for measurements and for tests that need somebody new. */
    public static List<ApplicationForm> furtherApplications() {
        return JsonText.MAPPER.readValue(text(TODOKENO + "/further-applications.json"), new TypeReference<>() {
        });
    }

    /** What must come of each application, by its number in order. */
    public static List<ExpectedOutcome> expectedOutcomes() {
        return CsvTable.read(text(TODOKENO + "/expected-outcomes.csv")).stream().map(ExpectedOutcome::of).toList();
    }

    /** What must come of each application for 児童扶養手当, by its number in order. */
    public static List<ExpectedOutcome> childRearingExpected() {
        return CsvTable.read(text(TODOKENO + "/child-rearing-expected.csv")).stream().map(ExpectedOutcome::of).toList();
    }

    /** Puts the data of the national doubles into a directory that they can be started with. */
    public static void writeDoublesData(Path directory) {
        try {
            // Where somebody may put what is to arrive at the portal.
            Files.createDirectories(directory.resolve("applications"));
            for (String name : DOUBLES) {
                Files.writeString(directory.resolve(name), text(TODOKENO + "/doubles/" + name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String path) {
        try (InputStream in = Sample.class.getResourceAsStream("/sample/" + path)) {
            if (in == null) {
                throw new IllegalStateException("the sample has no " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
