package jp.todoke.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rendered documents of one overlay. */
record Manifests(List<ObjectNode> documents) {
    static final Path K8S = Path.of("..").toAbsolutePath().normalize();
    static final List<String> OVERLAYS = List.of("local", "staging", "production");

    /** What makes pods. */
    record Workload(String kind, String name, Map<String, String> labels, JsonNode pod) {
        List<JsonNode> containers() {
            return Stream.of(pod.path("initContainers"), pod.path("containers")).flatMap(Manifests::stream).toList();
        }

        boolean opens(String port) {
            return stream(pod.path("containers")).flatMap(container -> stream(container.path("ports")))
                    .anyMatch(open -> open.path("name").asText().equals(port) || open.path("containerPort").asText().equals(port));
        }
    }

    static Manifests of(String overlay) {
        return new Manifests(Kustomization.render(K8S.resolve("overlays").resolve(overlay)));
    }

    List<ObjectNode> all(String kind) {
        return documents.stream().filter(document -> document.path("kind").asText().equals(kind)).toList();
    }

    Optional<ObjectNode> find(String kind, String name) {
        return all(kind).stream().filter(document -> name(document).equals(name)).findFirst();
    }

    List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        for (String kind : List.of("Deployment", "Job", "StatefulSet", "DaemonSet", "CronJob")) {
            for (ObjectNode document : all(kind)) {
                JsonNode template = kind.equals("CronJob") ? document.at("/spec/jobTemplate/spec/template") : document.at("/spec/template");
                workloads.add(new Workload(kind, name(document), labels(template.at("/metadata/labels")), template.path("spec")));
            }
        }
        return workloads;
    }

    /** The workloads whose pods a label selector of this namespace takes. */
    List<Workload> selected(JsonNode selector) {
        return workloads().stream().filter(workload -> takes(selector, workload.labels())).toList();
    }

    static boolean takes(JsonNode selector, Map<String, String> labels) {
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!expression.path("operator").asText().equals("In")) {
                throw new IllegalArgumentException("operator not known here: " + expression);
            }
            String value = labels.get(expression.path("key").asText());
            if (stream(expression.path("values")).noneMatch(allowed -> allowed.asText().equals(value))) {
                return false;
            }
        }
        return labels.entrySet().containsAll(labels(selector.path("matchLabels")).entrySet());
    }

    static Map<String, String> labels(JsonNode node) {
        Map<String, String> labels = new HashMap<>();
        node.properties().forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
        return labels;
    }

    static String name(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return array.valueStream();
    }
}
