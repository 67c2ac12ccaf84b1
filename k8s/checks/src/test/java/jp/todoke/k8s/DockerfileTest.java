package jp.todoke.k8s;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
    @ParameterizedTest
    @ValueSource(strings = {"service.Dockerfile", "program.Dockerfile"})
    void needsNothingButItsBaseImage(String name) throws IOException {
        var dockerfile = Dockerfile.of(name);

        assertEquals(java.util.List.of(), dockerfile.findings());
        assertTrue(Files.exists(Manifests.K8S.resolve("images/" + name + ".dockerignore")));
        for (String copy : dockerfile.all("COPY")) {
            String source = copy.split(" ")[0];
            assertTrue(source.startsWith("--from=") || source.equals("${JAR}") || Files.exists(Manifests.K8S.getParent().resolve(source)),
                    copy);
        }
    }

    @Test
    void runsAsTheUserOfTheManifests() throws IOException {
        Set<String> users = new HashSet<>();
        for (String name : new String[]{"service.Dockerfile", "program.Dockerfile"}) {
            users.addAll(Dockerfile.of(name).all("USER"));
        }
        for (String overlay : Manifests.OVERLAYS) {
            Manifests.of(overlay).workloads().stream().map(workload -> workload.pod().path("securityContext"))
                    .forEach(security -> users.add(security.path("runAsUser").asText() + ":" + security.path("runAsGroup").asText()));
        }
        assertEquals(1, users.size(), users::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"${BASE};${BASE} AS x;", "FROM ${BASE};FROM debian:12;another base image",
            "BASE=eclipse-temurin:25-jre;BASE=eclipse-temurin;a base without version",
            "BASE=eclipse-temurin:25-jre;BASE=registry.example/eclipse-temurin:25-jre;a base without version",
            "USER 10001:10001;USER todoke;a user that the cluster cannot tell",
            "USER 10001:10001;USER 0:0;a user that the cluster cannot tell",
            "USER 10001:10001;EXPOSE 1;not exactly one USER", "ENTRYPOINT [\"java\",;ENTRYPOINT exec java;a shell would keep the signals",
            "EXPOSE 8080;RUN apt-get install curl;runs more than the unpacking",
            "EXPOSE 8080;ADD https://a.example/b /c;instruction without need"})
    void noticesWhatIsAgainstTheRules(String text, String broken, String finding) throws IOException {
        String sound = Files.readString(Manifests.K8S.resolve("images/program.Dockerfile"));
        assertTrue(sound.contains(text), text);

        var findings = Dockerfile.of(Manifests.K8S, sound.replace(text, broken)).findings();

        assertTrue(finding == null ? findings.isEmpty() : findings.stream().anyMatch(found -> found.contains(finding)), findings::toString);
    }
}
