package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** tokens.csv: at the gateway, and at each service for one who found a way around it. No token is in a log, not even a part of one. */
class TokensIT {
    private static final RunningSystem SYSTEM = SystemUnderTest.running();
    private static Evidence evidence;
    private static Tokens tokens;

    @BeforeAll
    static void lookAtWhatIsThere() {
        evidence = new Evidence(SYSTEM);
        tokens = Tokens.of(SYSTEM);
    }

    @AfterAll
    static void noneOfItIsInALog() {
        evidence.nothingInLogs();
    }

    /** The last cell says how the services behind answer, where they differ from the gateway. */
    static Stream<List<String>> rows() {
        return Scenario.rows("tokens", 6);
    }

    static Stream<Scenario> atTheGateway() {
        return rows()
                .map(cells -> new Scenario(cells.get(0), cells.get(1), ProcessNames.GATEWAY, cells.get(2), Integer.parseInt(cells.get(3)),
                        cells.get(4), "-"));
    }

    static Stream<Scenario> atTheServices() {
        return rows().filter(cells -> !cells.get(2).startsWith("app_submit"))
                .flatMap(cells -> Stream.of(ProcessNames.BENEFITS, ProcessNames.INTEGRATION).map(process -> {
                    String[] own = (cells.get(5).isEmpty() ? cells.get(3) + " " + cells.get(4) : cells.get(5)).split(" ", 3);
                    return new Scenario(cells.get(0) + "-at-" + process, cells.get(1), process, cells.get(2), Integer.parseInt(own[0]),
                            own[1],
                            own.length == 3 ? own[2] : "-");
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"atTheGateway", "atTheServices"})
    void opensNothing(Scenario row) {
        String marker = evidence.marker(row);
        String token = tokens.of(row, marker);
        Wire.Answer answer = request(row, token, marker).send(SYSTEM.url(row.door()));

        assertFalse(answer.text().contains(token), "the answer repeats the token");
        if (row.steps().contains("app_submit")) {
            assertEquals(row.status(), answer.status());
            JsonNode body = Evidence.JSON.readTree(answer.body());
            assertEquals("アクセストークンが無効です。", body.path("detail").asString());
            evidence.noValue(answer);
        } else if (row.status() == 200) {
            assertEquals(200, answer.status(), answer::text);
            // To look at cases leaves an audit record.
            evidence.settle();
        } else {
            evidence.problem(row, answer);
            assertEquals(row.status() == 401, answer.header("WWW-Authenticate").isPresent());
        }
        evidence.changed(Set.of());
    }

    private static Wire request(Scenario row, String token, String marker) {
        String path = row.door().equals(ProcessNames.INTEGRATION) ? "/api/v1/intake/packages" : "/api/v1/cases";
        Wire good = new Wire("GET", path).header("Authorization", "Bearer " + token);
        String sent = row.steps().stream().filter(step -> step.startsWith("send ")).map(step -> step.substring("send ".length()))
                .findFirst()
                .orElse(row.steps().contains("app_submit") ? "app_submit" : "");
        return switch (sent) {
            case "" -> good;
            case "app_submit" -> new Wire("POST", "/app_submit/v10/jutogaishaatenabangofuban").header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json").body("{}".getBytes(StandardCharsets.UTF_8));
            case "nothing" -> good.without("Authorization");
            case "rubbish" -> good.without("Authorization").header("Authorization", "Bearer " + marker);
            case "another scheme" -> good.without("Authorization").header("Authorization", "Basic " + marker);
            case "two" -> good.header("Authorization", "Bearer " + token);
            case "in the URL" -> new Wire("GET", path + "?access_token=" + token);
            case "in header and URL" -> new Wire("GET", path + "?access_token=" + token).header("Authorization", "Bearer " + token);
            case "in a form" -> new Wire("POST", path).header("Content-Type", "application/x-www-form-urlencoded")
                    .body(("access_token=" + token).getBytes(StandardCharsets.UTF_8));
            default -> throw new IllegalStateException(sent);
        };
    }
}
