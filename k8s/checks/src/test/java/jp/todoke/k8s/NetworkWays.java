package jp.todoke.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.todoke.k8s.Manifests.Workload;

/** Nothing is open but what is listed here. */
final class NetworkWays {
    /** What the services may open to each other; a way is open when both its ends allow it. */
    private static final Set<String> INSIDE = Set.of("gateway -> benefits-service:8080", "gateway -> integration:8080",
            "benefits-service -> integration:8080", "integration -> benefits-service:8080");
    private static final Set<String> TO_DOUBLES = Set.of("gateway -> national-doubles:8080", "integration -> national-doubles:8080");
    private static final Set<String> LEAVING = Set.of("to-database", "to-issuer", "to-peers", "to-telemetry", "to-dns");

    private NetworkWays() {}

    static void check(Manifests manifests, Findings findings) {
        List<ObjectNode> policies = manifests.all("NetworkPolicy");
        findings.require(policies.stream().anyMatch(policy -> policy.at("/spec/podSelector").isEmpty()
                && policy.at("/spec/policyTypes").toString().equals("[\"Ingress\",\"Egress\"]") && !policy.path("spec").has("ingress")
                && !policy.path("spec").has("egress")), "NetworkPolicy", "nothing denies everything first");
        for (ObjectNode policy : policies) {
            String where = "NetworkPolicy " + Manifests.name(policy);
            List<Workload> here = manifests.selected(policy.at("/spec/podSelector"));
            if (policy.at("/spec/podSelector").isEmpty()) {
                findings.require(Set.of("deny-all", "to-dns").contains(Manifests.name(policy)), where, "is about every pod");
            } else {
                named(manifests, policy.at("/spec/podSelector"), where, findings);
            }
            if (LEAVING.contains(Manifests.name(policy))) {
                findings.require(!policy.at("/spec/egress").isEmpty(), where, "the overlay opens no way out");
            }
            rules(manifests, policy.at("/spec/ingress"), "from", where, here, findings);
            rules(manifests, policy.at("/spec/egress"), "to", where, here, findings);
        }
        Set<String> expected = new TreeSet<>(INSIDE);
        if (manifests.find("Deployment", "national-doubles").isPresent()) {
            expected.addAll(TO_DOUBLES);
        }
        Set<String> open = inside(manifests, policies);
        findings.require(open.equals(expected), "NetworkPolicy", "open between pods: " + open);
    }

    /** Each name that a selector lists is a pod that exists. */
    private static void named(Manifests manifests, JsonNode selector, String where, Findings findings) {
        List<String> names = new ArrayList<>(selector.findValuesAsText("app.kubernetes.io/name"));
        selector.path("matchExpressions").forEach(expression -> expression.path("values").forEach(value -> names.add(value.asText())));
        findings.require(!names.isEmpty(), where, "selects no pod by its name");
        for (String name : names) {
            findings.require(
                    manifests.workloads().stream().anyMatch(workload -> name.equals(workload.labels().get("app.kubernetes.io/name"))),
                    where, "no pod is named " + name);
        }
    }

    private static void rules(Manifests manifests, JsonNode rules, String side, String where, List<Workload> here, Findings findings) {
        for (JsonNode rule : rules) {
            findings.require(!rule.path(side).isEmpty() && !rule.path("ports").isEmpty(), where, "opens to everybody or on every port");
            for (JsonNode other : rule.path(side)) {
                findings.require(!other.at("/ipBlock/cidr").asText().endsWith("/0"), where, "opens to every address");
                boolean inside = other.has("podSelector") && !other.has("namespaceSelector");
                if (inside) {
                    named(manifests, other.path("podSelector"), where, findings);
                }
                List<Workload> listening = side.equals("from") ? here : inside ? manifests.selected(other.path("podSelector")) : List.of();
                for (JsonNode port : rule.path("ports")) {
                    findings.require(listening.stream().allMatch(workload -> workload.opens(port.path("port").asText())), where,
                            "opens a port that nobody listens on: " + port.path("port").asText());
                }
            }
        }
    }

    private static Set<String> inside(Manifests manifests, List<ObjectNode> policies) {
        Set<String> open = new TreeSet<>();
        for (Workload from : manifests.workloads()) {
            for (Workload to : manifests.workloads()) {
                for (String port : List.of("8080", "8081", "5432")) {
                    if (allows(policies, from, to, port, "/spec/egress", "to")
                            && allows(policies, to, from, port, "/spec/ingress", "from")) {
                        open.add(from.name() + " -> " + to.name() + ":" + port);
                    }
                }
            }
        }
        return open;
    }

    private static boolean allows(List<ObjectNode> policies, Workload own, Workload other, String port, String rules, String side) {
        return policies.stream().filter(policy -> Manifests.takes(policy.at("/spec/podSelector"), own.labels()))
                .flatMap(policy -> Manifests.stream(policy.at(rules)))
                .filter(rule -> Manifests.stream(rule.path("ports")).anyMatch(allowed -> allowed.path("port").asText().equals(port)))
                .flatMap(rule -> Manifests.stream(rule.path(side)))
                .anyMatch(peer -> peer.has("podSelector") && !peer.has("namespaceSelector")
                        && Manifests.takes(peer.path("podSelector"), other.labels()));
    }
}
