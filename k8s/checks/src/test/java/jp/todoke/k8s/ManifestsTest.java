package jp.todoke.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestsTest {
    static List<String> overlays() {
        return Manifests.OVERLAYS;
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothingIsWrongWith(String overlay) {
        assertEquals(List.of(), Findings.of(Manifests.of(overlay)));
    }

    /** Each row breaks one thing of a sound overlay; without its check the row would stay unnoticed. */
    @ParameterizedTest(name = "{0}: {3}")
    @CsvFileSource(resources = "/breakages.csv", useHeadersInDisplayName = true, delimiter = ';')
    void noticesWhatIsBroken(String overlay, String target, String patch, String finding) throws IOException {
        Manifests manifests = Manifests.of(overlay);
        ObjectNode broken = manifests.find(target.split(" ")[0], target.split(" ")[1]).orElseThrow();

        Kustomization.apply(new YAMLMapper().readTree(patch), broken);

        List<String> findings = Findings.of(manifests);
        assertTrue(findings.stream().anyMatch(found -> found.contains(finding)), findings::toString);
    }

    @Test
    void noticesWhatIsGoneAndWhatIsTooMuch() {
        Manifests manifests = Manifests.of("production");
        var without = new Manifests(
                manifests.documents().stream().filter(document -> !Manifests.name(document).equals("deny-all")).toList());
        assertTrue(Findings.of(without).contains("NetworkPolicy: nothing denies everything first"));

        var twice = new Manifests(java.util.stream.Stream.concat(manifests.documents().stream(), manifests.documents().stream()).toList());
        assertTrue(Findings.of(twice).contains("Service gateway: is there twice"));

        var secret = new Manifests(
                java.util.stream.Stream.concat(manifests.documents().stream(), Manifests.of("local").all("Secret").stream()
                        .map(ObjectNode::deepCopy).map(copy -> {
                            ((ObjectNode) copy.get("metadata")).put("namespace", "todoke");
                            return copy;
                        })).toList());
        assertTrue(Findings.of(secret).contains("Secret crypto-keys: a secret stands in the repository"));
    }

    /** The comment in the overlay promises it. */
    @Test
    void stagingStandsOnTheDoublesAsWell(@TempDir Path folder) throws IOException {
        copy(Manifests.K8S.resolve("base"), folder.resolve("base"));
        copy(Manifests.K8S.resolve("components"), folder.resolve("components"));
        copy(Manifests.K8S.resolve("overlays"), folder.resolve("overlays"));
        Path staging = folder.resolve("overlays/staging/kustomization.yaml");
        String text = Files.readString(staging);
        assertTrue(text.contains("  - peers\n"));
        Files.writeString(staging, text.replace("  - peers\n", "  - ../../components/national-doubles\n"));

        assertEquals(List.of(), Findings.of(new Manifests(Kustomization.render(staging.getParent()))));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/unknown-to-the-renderer.csv", delimiter = ';')
    void refusesWhatItCannotRender(String field, String message, @TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("config.yaml"), "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {}}");
        Files.writeString(folder.resolve("kustomization.yaml"), "resources: [config.yaml]\n" + field);

        var refused = assertThrows(IllegalArgumentException.class, () -> Kustomization.render(folder));

        assertTrue(refused.getMessage().contains(message), refused.getMessage());
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.createDirectories(to.resolve(from.relativize(path)).getParent());
                Files.copy(path, to.resolve(from.relativize(path)));
            }
        }
    }
}
