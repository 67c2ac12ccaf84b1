package jp.todoke.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.todoke.k8s.Manifests.Workload;
import jp.todoke.tenancy.DatabaseAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of settings says what the code and the manifests say. */
class ReadmeTest {
    private static final Set<String> SERVICES = Availability.SERVICES;

    /** One row: variable, services, required, default, secret; the meaning is for people. */
    private record Row(Set<String> services, boolean required, String defaultValue, boolean secret) {}

    @Test
    void theTableHasEverySettingOfTheCodeAndOfTheManifests() throws IOException {
        Map<String, Row> expected = new TreeMap<>();
        Setting.ofTheCode().values().forEach(setting -> expected.put(setting.variable(),
                new Row(new TreeSet<>(setting.services()), setting.required(), setting.defaultValue(), false)));
        for (String overlay : Manifests.OVERLAYS) {
            for (Workload workload : Manifests.of(overlay).workloads()) {
                workload.containers().forEach(container -> container.path("env").forEach(variable -> used(container, variable, expected)));
            }
        }
        assertEquals(text(expected), text(table()));
    }

    private static void used(JsonNode container, JsonNode variable, Map<String, Row> expected) {
        String name = variable.path("name").asText();
        String row = expected.containsKey(name)
                ? name
                : expected.keySet().stream().filter(known -> known.endsWith("*") && name.startsWith(known.substring(0, known.length() - 1)))
                        .findFirst().orElse(name);
        Row before = expected.getOrDefault(row, new Row(Set.of(), false, "", false));
        Set<String> services = new TreeSet<>(before.services());
        services.add(EnvironmentOfContainers.programOf(container));
        expected.put(row, new Row(services, before.required(), before.defaultValue(),
                before.secret() || !variable.at("/valueFrom/secretKeyRef").isMissingNode()));
    }

    @ParameterizedTest
    @MethodSource("jp.todoke.k8s.ManifestsTest#overlays")
    void itsSumOfConnectionsIsThatOfTheManifests(String overlay) throws IOException {
        Manifests manifests = Manifests.of(overlay);
        int sum = 0;
        for (String service : Set.of("benefits-service", "integration")) {
            int most = manifests.find("HorizontalPodAutoscaler", service).orElseThrow().at("/spec/maxReplicas").asInt();
            int surge = manifests.find("Deployment", service).orElseThrow().at("/spec/strategy/rollingUpdate/maxSurge").asInt();
            sum += (most + surge) * DatabaseAutoConfiguration.CONNECTIONS;
        }
        String row = "| `" + overlay + "` | " + (sum + 2) + " |";
        assertTrue(readme().contains(row), row);
    }

    @Test
    void itDeclaresEverySecret() throws IOException {
        for (String secret : References.declaredSecrets()) {
            assertTrue(readme().contains("`" + secret.split("/")[0] + "`"), secret);
        }
    }

    private static String readme() throws IOException {
        return Files.readString(Manifests.K8S.resolve("README.md"));
    }

    private static Map<String, Row> table() throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (String line : readme().lines().filter(line -> line.matches("\\| `[A-Z0-9_*]+` \\|.*")).toList()) {
            String[] cells = line.substring(1).split("\\|");
            Set<String> services = new TreeSet<>(Set.of(cells[1].strip().split(", ")));
            if (services.remove("services")) {
                services.addAll(SERVICES);
            }
            assertTrue(cells.length == 6 && cells[5].strip().length() > 3, "a row without meaning: " + line);
            rows.put(cells[0].strip().replace("`", ""),
                    new Row(services, cells[2].strip().equals("yes"), cells[3].strip().replace("`", ""),
                            cells[4].strip().equals("secret")));
        }
        return rows;
    }

    private static String text(Map<String, Row> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach((variable, row) -> text.append(variable).append(' ').append(row.services()).append(row.required() ? " required " : " ")
                .append(row.defaultValue()).append(row.secret() ? " secret" : "").append('\n'));
        return text.toString();
    }
}
