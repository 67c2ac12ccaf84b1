package jp.todoke.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.k8s.Manifests.Workload;

/** Whatever names something else finds it: ports, pods, services, keys of configuration and secrets. */
final class References {
    /** Set by the site, not by an overlay. */
    private static final Set<String> OPTIONAL_CONFIG = Set.of("database-ca");

    private References() {}

    /** {@code secret/key}; what has to be in the namespace before the first pod. */
    static Set<String> declaredSecrets() {
        try {
            return Files.readAllLines(Manifests.K8S.resolve("base/secrets.csv")).stream().skip(1)
                    .map(line -> line.split(",", 3)).map(cells -> cells[0] + "/" + cells[1]).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void check(Manifests manifests, Findings findings) {
        services(manifests, findings);
        selectors(manifests, findings);
        ways(manifests, findings);
        Set<String> usedSecrets = new HashSet<>();
        Set<String> usedConfig = new HashSet<>();
        for (Workload workload : manifests.workloads()) {
            String where = workload.kind() + " " + workload.name();
            findings.require(manifests.find("ServiceAccount", workload.pod().path("serviceAccountName").asText()).isPresent(), where,
                    "service account does not exist");
            for (JsonNode container : workload.containers()) {
                environment(manifests, container, where, usedConfig, usedSecrets, findings);
                mounts(workload, container, where, findings);
            }
            for (JsonNode volume : workload.pod().path("volumes")) {
                String config = volume.at("/configMap/name").asText();
                findings.require(config.isEmpty() || manifests.find("ConfigMap", config).isPresent()
                        || OPTIONAL_CONFIG.contains(config) && volume.at("/configMap/optional").asBoolean(), where,
                        "no ConfigMap " + config);
                findings.require(!volume.has("hostPath"), where, "a volume of the node");
            }
        }
        for (ObjectNode config : manifests.all("ConfigMap")) {
            config.path("data").fieldNames()
                    .forEachRemaining(key -> findings.require(usedConfig.contains(Manifests.name(config) + "/" + key),
                            "ConfigMap " + Manifests.name(config), "nobody reads " + key));
        }
        secrets(manifests, usedSecrets, findings);
    }

    private static void services(Manifests manifests, Findings findings) {
        for (ObjectNode service : manifests.all("Service")) {
            String where = "Service " + Manifests.name(service);
            var selected = manifests.workloads().stream()
                    .filter(workload -> workload.labels().entrySet().containsAll(Manifests.labels(service.at("/spec/selector")).entrySet()))
                    .toList();
            findings.require(selected.size() == 1 && selected.getFirst().name().equals(Manifests.name(service)), where,
                    "selects " + selected.stream().map(Workload::name).toList());
            for (JsonNode port : service.at("/spec/ports")) {
                String target = port.path("targetPort").asText();
                findings.require(selected.stream().allMatch(workload -> workload.opens(target)), where, "no pod opens port " + target);
            }
        }
    }

    private static void selectors(Manifests manifests, Findings findings) {
        for (String kind : List.of("Deployment", "PodDisruptionBudget")) {
            for (ObjectNode document : manifests.all(kind)) {
                var selected = manifests.selected(document.at("/spec/selector")).stream().map(Workload::name).toList();
                findings.require(selected.equals(List.of(Manifests.name(document))), kind + " " + Manifests.name(document),
                        "selects " + selected);
            }
        }
        for (Workload workload : manifests.workloads()) {
            for (JsonNode spread : workload.pod().path("topologySpreadConstraints")) {
                var selected = manifests.selected(spread.path("labelSelector")).stream().map(Workload::name).toList();
                findings.require(selected.equals(List.of(workload.name())), workload.kind() + " " + workload.name(), "spreads " + selected);
            }
        }
    }

    private static void ways(Manifests manifests, Findings findings) {
        for (ObjectNode ingress : manifests.all("Ingress")) {
            String where = "Ingress " + Manifests.name(ingress);
            for (JsonNode rule : ingress.at("/spec/rules")) {
                findings.require(ingress.at("/spec/tls").toString().contains("\"" + rule.path("host").asText() + "\""), where,
                        "no certificate for " + rule.path("host").asText());
                for (JsonNode path : rule.at("/http/paths")) {
                    open(path.path("path").asText(), where, findings);
                    JsonNode backend = path.at("/backend/service");
                    findings.require(servicePort(manifests, backend.path("name").asText(), backend.at("/port/name").asText(),
                            backend.at("/port/number").asText()), where, "no such backend " + backend);
                }
            }
        }
        for (ObjectNode route : manifests.all("HTTPRoute")) {
            String where = "HTTPRoute " + Manifests.name(route);
            for (JsonNode rule : route.at("/spec/rules")) {
                rule.path("matches").forEach(match -> open(match.at("/path/value").asText(), where, findings));
                rule.path("backendRefs").forEach(backend -> findings.require(
                        servicePort(manifests, backend.path("name").asText(), "-", backend.path("port").asText()), where,
                        "no such backend " + backend));
            }
        }
        findings.require(manifests.all("Ingress").size() + manifests.all("HTTPRoute").size() == 1, "overlay", "not exactly one way in");
    }

    /** The prefixes of the API and the plain health; nothing else of the gateway is for the world. */
    private static void open(String path, String where, Findings findings) {
        findings.require(Set.of("/api", "/app_submit", "/actuator/health").contains(path), where, "opens " + path);
    }

    private static boolean servicePort(Manifests manifests, String service, String name, String number) {
        return manifests.find("Service", service).stream().flatMap(found -> Manifests.stream(found.at("/spec/ports")))
                .anyMatch(port -> port.path("name").asText().equals(name) || port.path("port").asText().equals(number));
    }

    private static void environment(Manifests manifests, JsonNode container, String where, Set<String> usedConfig, Set<String> usedSecrets,
            Findings findings) {
        findings.require(!container.has("envFrom"), where, "takes a whole ConfigMap or Secret");
        for (JsonNode variable : container.path("env")) {
            JsonNode config = variable.at("/valueFrom/configMapKeyRef");
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            if (!config.isMissingNode()) {
                usedConfig.add(config.path("name").asText() + "/" + config.path("key").asText());
                findings.require(manifests.find("ConfigMap", config.path("name").asText())
                        .filter(found -> found.path("data").has(config.path("key").asText())).isPresent(), where,
                        "no key " + config.path("key").asText() + " in ConfigMap " + config.path("name").asText());
            } else if (!secret.isMissingNode()) {
                String key = secret.path("name").asText() + "/" + secret.path("key").asText();
                usedSecrets.add(key);
                findings.require(declaredSecrets().contains(key), where, "secrets.csv does not declare " + key);
            } else {
                findings.require(variable.path("value").isTextual(), where, variable.path("name").asText() + " has no value");
            }
        }
    }

    private static void mounts(Workload workload, JsonNode container, String where, Findings findings) {
        Set<String> volumes = Manifests.stream(workload.pod().path("volumes")).map(volume -> volume.path("name").asText())
                .collect(Collectors.toSet());
        for (JsonNode mount : container.path("volumeMounts")) {
            findings.require(volumes.contains(mount.path("name").asText()), where, "no volume " + mount.path("name").asText());
        }
    }

    private static void secrets(Manifests manifests, Set<String> used, Findings findings) {
        for (String declared : declaredSecrets()) {
            findings.require(used.contains(declared), "secrets.csv", "nobody reads " + declared);
        }
        Set<String> generated = new HashSet<>();
        for (ObjectNode secret : manifests.all("Secret")) {
            String where = "Secret " + Manifests.name(secret);
            findings.require(secret.at("/metadata/namespace").asText().equals("todoke-local"), where, "a secret stands in the repository");
            secret.path("data").fieldNames().forEachRemaining(key -> generated.add(Manifests.name(secret) + "/" + key));
        }
        findings.require(generated.isEmpty() || generated.equals(declaredSecrets()), "overlay", "generates other secrets than declared");
    }
}
