package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.todoke.client.benefits.api.CasesApi;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.demo.Desk;
import jp.todoke.local.demo.Patience;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** packages.csv: each is refused with all that is wrong with it, kept as it came with its reasons, and becomes nothing else. */
class PackagesIT {
    private static final RunningSystem SYSTEM = SystemUnderTest.running();
    private static final String PATH = "/api/v1/intake/packages";
    private static final Set<String> KEPT = Set.of("linkage.idempotency_key", "linkage.intake_package");
    /** Whoever looks at a package leaves a record. */
    private static final Set<String> VIEWS = Set.of("linkage.intake_view");
    private static final int SILENCE_MILLIS = 200;
    private static final Patience OPENED = new Patience(Duration.ofSeconds(60), Duration.ofMillis(100));
    private final CasesApi cases = Desk.of(SYSTEM, "caseworker-b").cases();
    private static Evidence evidence;
    private static ServerSocket listener;

    @BeforeAll
    static void lookAtWhatIsThere() throws IOException {
        evidence = new Evidence(SYSTEM);
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterAll
    static void noneOfItIsInALogAndNobodyCalled() throws IOException {
        listener.setSoTimeout(SILENCE_MILLIS);
        assertThrows(SocketTimeoutException.class, () -> listener.accept(), "an entity was fetched");
        listener.close();
        evidence.nothingInLogs();
    }

    static List<Scenario> scenarios() {
        return Scenario.table("packages");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void isRefusedAndKept(Scenario row) {
        byte[] zip = parcel(row).zip(row);
        String key = evidence.marker(row) + "-" + UUID.randomUUID();
        Wire.Answer answer = submit(zip, key);
        String packageId = evidence.problem(row, answer).path("packageId").asString();
        evidence.changed(KEPT);

        JsonNode kept = Evidence.JSON.readTree(get(PATH + "/" + packageId).body());
        evidence.changed(VIEWS);
        assertEquals("REFUSED", kept.path("state").asString());
        assertEquals(Parcel.sha256(zip), kept.path("sha256").asString());
        assertEquals(Evidence.JSON.readTree(answer.body()).path("errors"), kept.path("errors"));
        assertArrayEquals(zip, get(PATH + "/" + packageId + "/original").body());
        evidence.changed(VIEWS);
        assertEquals(packageId, Evidence.JSON.readTree(submit(zip, key).body()).path("packageId").asString(), "the same key again");
        evidence.changed(Set.of());
    }

    /** The first was taken over; whoever sends another under its 受付番号 must not replace it. */
    @Test
    void asksForAnotherNumberWhereTheContentDiffers() {
        var first = new Scenario("first", "", "", "", 202, "-", "-");
        var second = new Scenario("second", "", "", "xml 隣野　太郎 => 隣野　次郎", 400, "PACKAGE_REFUSED",
                "/manifest.json/uketsukeBango NUMBER_IN_USE");
        String number = "B" + UUID.randomUUID();
        assertEquals(202, submit(parcel(first).number(number).zip(first), UUID.randomUUID().toString()).status());
        OPENED.await("its case", () -> cases.listCases(null, number, null, 1).getItems().stream().findFirst());
        evidence.settle();

        evidence.problem(second, submit(parcel(second).number(number).zip(second), UUID.randomUUID().toString()));

        evidence.changed(KEPT);
    }

    private static Parcel parcel(Scenario row) {
        return new Parcel(evidence.marker(row), "127.0.0.1:" + listener.getLocalPort());
    }

    private static Wire.Answer submit(byte[] zip, String key) {
        return new Wire("POST", PATH).header("Authorization", "Bearer " + SYSTEM.token("caseworker-b"))
                .header("Content-Type", "application/zip")
                .header("Idempotency-Key", key).body(zip).send(SYSTEM.gatewayUrl());
    }

    private static Wire.Answer get(String path) {
        return new Wire("GET", path).header("Authorization", "Bearer " + SYSTEM.token("caseworker-b")).send(SYSTEM.gatewayUrl());
    }
}
