package jp.todoke.local.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.issuer.SystemClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks integration as cases do, by messages at its channel, and looks at what became of it. */
final class Questions implements AutoCloseable {
    static final String CASE = "BENCH";
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** One kind of question. */
    record Kind(String name, String more) {}

    /** A person whom the doubles know. */
    record Subject(String atenabango, String name, String birthDate) {
        @Override
        public String toString() {
            return "Subject";
        }
    }

    private final RunningSystem system;
    private final String municipality;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String token;
    private final Connection database;

    Questions(RunningSystem system, String municipality) {
        this.system = system;
        this.municipality = municipality;
        this.token = system.clientToken(SystemClient.BENEFITS_SERVICE);
        try {
            this.database = system.database().connectAsSuperuser();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    List<Subject> subjects() {
        Path file = system.stateDir().resolve("data").resolve("doubles").resolve("persons.json");
        List<Subject> found = new ArrayList<>();
        try {
            for (JsonNode person : JSON.readTree(Files.readString(file))) {
                if (person.path("municipalityCode").asString().equals(municipality)) {
                    found.add(new Subject(person.path("atenabango").asString(), person.at("/juki/shimei").asString("見本　花子"),
                            person.at("/juki/seinengappi").asString("1990-01-01")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    void ask(Subject subject, Kind kind) {
        String who = kind.name().equals("IDENTITY")
                ? "{\"name\":\"" + subject.name() + "\",\"birthDate\":\"" + subject.birthDate() + "\"}"
                : "{\"atenabango\":\"" + subject.atenabango() + "\"}";
        UUID caseId = UUID.randomUUID();
        String envelope = """
                {"id":"%s","type":"inquiry.requested","municipalityCode":"%s","key":"%s","occurredAt":"2026-11-16T09:30:00+09:00","schemaVersion":1,
                 "payload":{"inquiryId":"%s","caseId":"%s","caseNumber":"%s","kind":"%s","procedure":"CHILD_REARING_ALLOWANCE_NEW",
                  "officer":"SYSTEM-AUTO","subject":%s,"withholdFromDisclosure":false%s}}"""
                .formatted(UUID.randomUUID(), municipality, caseId, UUID.randomUUID(), caseId, CASE, kind.name(), who, kind.more());
        var request = HttpRequest.newBuilder(URI.create(system.url(ProcessNames.INTEGRATION) + "/linkage/v1/messages"))
                .header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(envelope)).build();
        try {
            int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 202) {
                throw new IllegalStateException("a question was taken with " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Until nothing waits for an answer. */
    void awaitAnswers(Duration between) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (number("select count(*) from linkage.inquiry where answer is null") > 0) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("questions stay unanswered");
            }
            Thread.sleep(between);
        }
    }

    long number(String sql) {
        try (var statement = database.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void change(String sql) {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        try {
            database.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
