package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.client.benefits.model.CaseSummary;
import jp.todoke.client.benefits.model.CaseView;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.demo.CaseWork;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** characters.csv: what a name may hold comes back letter by letter; what it may not is refused at each door, naming the field. */
class CharactersIT {
    private static final RunningSystem SYSTEM = SystemUnderTest.running();
    private static final String TAKEN = "taken";
    private static final Patience OPENED = new Patience(Duration.ofSeconds(60), Duration.ofMillis(100));
    private static Evidence evidence;
    private static CaseWork work;

    @BeforeAll
    static void lookAtWhatIsThere() {
        evidence = new Evidence(SYSTEM);
        work = new CaseWork(Desk.of(SYSTEM, "caseworker-b"), Desk.of(SYSTEM, "approver-b"), "characters-" + UUID.randomUUID());
    }

    @AfterAll
    static void noneOfItIsInALog() {
        evidence.nothingInLogs();
    }

    static Stream<List<String>> rows() {
        return Scenario.rows("characters", 5);
    }

    /** The register: how is the name, code the answer. */
    static Stream<Scenario> atTheFeed() {
        return rows().map(cells -> cells.get(3).equals(TAKEN)
                ? new Scenario(cells.get(0) + "-fed", cells.get(1), "RESIDENTS", cells.get(2), 200, "-", "-")
                : new Scenario(cells.get(0) + "-fed", cells.get(1), "RESIDENTS", cells.get(2), 400, "INVALID_REQUEST",
                        "/residents/0/name " + cells.get(3)));
    }

    static Stream<Scenario> inAPackage() {
        return rows().filter(cells -> !cells.get(4).equals("-")).map(cells -> cells.get(4).equals(TAKEN)
                ? new Scenario(cells.get(0) + "-sent", cells.get(1), "package", cells.get(2), 202, "-", "-")
                : new Scenario(cells.get(0) + "-sent", cells.get(1), "package", cells.get(2), 400, "PACKAGE_REFUSED", cells.get(4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("atTheFeed")
    void asANameInTheRegister(Scenario row) {
        var request = new Scenario(row.id(), row.sent(), row.door(), "name = \"" + row.how() + "\"", row.status(), row.code(), row.named());

        Wire.Answer answer = Door.RESIDENTS.request(SYSTEM, request, evidence).send(SYSTEM.gatewayUrl());

        if (row.status() == 200) {
            assertEquals(200, answer.status(), answer::text);
            evidence.settle();
        } else {
            evidence.problem(row, answer);
            evidence.changed(Set.of());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inAPackage")
    void asANameInAPackage(Scenario row) {
        String name = letters(row.how());
        String number = "C" + UUID.randomUUID();
        Wire.Answer answer = submit(new Parcel(evidence.marker(row), "-").number(number).xml("隣野　太郎", name.replace("<", "&lt;")), row);

        if (row.status() == 202) {
            assertEquals(202, answer.status(), answer::text);
            CaseView opened = view(number);
            assertEquals(name, opened.getChildren().getFirst().getName());
            evidence.settle();
        } else {
            evidence.problem(row, answer);
            evidence.changed(Set.of("linkage.idempotency_key", "linkage.intake_package"));
        }
    }

    /** Register, form, case, decision and letter of one family whose name needs a variation selector and a supplementary plane. */
    @Test
    void aFamilyOfRareLettersGetsItsDecisionAndItsLetter() {
        String parent = "葛\uDB40\uDD00城　𠮷子";
        String child = "葛\uDB40\uDD00城　神太";
        var row = new Scenario("rare-letters", "", "package", "", 202, "-", "-");
        String serial = evidence.marker(row);
        String number = "C" + UUID.randomUUID();
        feed(parent, child, serial);
        Parcel parcel = new Parcel(serial, "-").number(number).xml("隣野　花", parent).xml("トナリノ　ハナ", "カツラギ　ヨシコ").xml("隣野　太郎", child);
        assertEquals(202, submit(parcel, row).status());
        CaseSummary opened = OPENED.await("the answers", () -> work.of(number).filter(one -> one.getState() == CaseState.TO_CONFIRM));

        CaseWork.Tagged decided = work.approve(work.propose(work.confirm(work.read(opened.getCaseId()))));

        assertEquals(CaseState.DECIDED, decided.view().getState());
        assertEquals(parent, decided.view().getApplicant().getName());
        assertEquals("カツラギ　ヨシコ", decided.view().getApplicant().getKana());
        assertEquals(child, decided.view().getChildren().getFirst().getName());
        Wire.Answer letter = new Wire("GET", "/api/v1/cases/" + opened.getCaseId() + "/notice")
                .header("Authorization", "Bearer " + SYSTEM.token("caseworker-b")).send(SYSTEM.gatewayUrl());
        assertTrue(new String(letter.body(), 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"), "a letter");
        evidence.settle();
    }

    private static void feed(String parent, String child, String serial) {
        String household = UUID.randomUUID().toString().substring(0, 15);
        String body = """
                {"asOf": "2026-11-16", "residents": [
                {"atenabango": "880000000000001", "householdNumber": "%s", "relationship": "HEAD", "name": "%s", "kana": "カツラギ　ヨシコ",
                "birthDate": "1990-04-05", "sex": "2", "address": "東京都隣野市葛\uDB40\uDD00町１番", "residentSince": "2020-03-01",
                "january1Municipality": "139980", "supportMeasure": false, "jpkiSerial": "%s"},
                {"atenabango": "880000000000002", "householdNumber": "%s", "relationship": "CHILD", "motherAtenabango": "880000000000001",
                "name": "%s", "kana": "カツラギ　ジンタ", "birthDate": "2026-10-31", "sex": "1", "address": "東京都隣野市葛\uDB40\uDD00町１番",
                "residentSince": "2026-10-31", "supportMeasure": false}]}
                """.formatted(household, parent, serial, household, child);
        Wire.Answer fed = new Wire("POST", "/api/v1/feeds/residents")
                .header("Authorization", "Bearer " + SYSTEM.clientToken("register-feed-b"))
                .header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body.getBytes(StandardCharsets.UTF_8)).send(SYSTEM.gatewayUrl());
        assertEquals(200, fed.status(), fed::text);
    }

    private static CaseView view(String number) {
        CaseSummary opened = OPENED.await("the case", () -> work.of(number));
        return work.read(opened.getCaseId()).view();
    }

    private static Wire.Answer submit(Parcel parcel, Scenario row) {
        var plain = new Scenario(row.id(), row.sent(), row.door(), "", row.status(), row.code(), row.named());
        return new Wire("POST", "/api/v1/intake/packages").header("Authorization", "Bearer " + SYSTEM.token("caseworker-b"))
                .header("Content-Type", "application/zip").header("Idempotency-Key", UUID.randomUUID().toString()).body(parcel.zip(plain))
                .send(SYSTEM.gatewayUrl());
    }

    /** The escapes of JSON, which the table uses, as letters. */
    private static String letters(String escaped) {
        return Evidence.JSON.readTree("\"" + escaped + "\"").asString();
    }
}
