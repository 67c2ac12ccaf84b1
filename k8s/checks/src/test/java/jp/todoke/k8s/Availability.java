package jp.todoke.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** Updates, drains and load leave somebody who answers. */
final class Availability {
    static final Set<String> SERVICES = Set.of("gateway", "benefits-service", "integration");

    private Availability() {}

    static void check(Manifests manifests, Findings findings) {
        for (ObjectNode scaler : manifests.all("HorizontalPodAutoscaler")) {
            String where = "HorizontalPodAutoscaler " + Manifests.name(scaler);
            JsonNode target = scaler.at("/spec/scaleTargetRef");
            findings.require(target.path("apiVersion").asText().equals("apps/v1")
                    && manifests.find(target.path("kind").asText(), target.path("name").asText()).isPresent(), where, "scales nothing");
            findings.require(scaler.at("/spec/minReplicas").asInt() <= scaler.at("/spec/maxReplicas").asInt(), where,
                    "least is more than most");
        }
        for (String service : SERVICES) {
            var deployment = manifests.find("Deployment", service);
            var scaler = manifests.find("HorizontalPodAutoscaler", service);
            var budget = manifests.find("PodDisruptionBudget", service);
            if (deployment.isEmpty() || scaler.isEmpty() || budget.isEmpty()) {
                findings.add(service, "has no Deployment, no HorizontalPodAutoscaler or no PodDisruptionBudget");
                continue;
            }
            findings.require(!deployment.get().path("spec").has("replicas"), service, "an apply would undo the autoscaler");
            findings.require(deployment.get().at("/spec/strategy/rollingUpdate/maxUnavailable").asText().equals("0"), service,
                    "is short of a pod during an update");
            int least = scaler.get().at("/spec/minReplicas").asInt();
            JsonNode spec = budget.get().path("spec");
            int mayGo = spec.has("maxUnavailable") ? spec.path("maxUnavailable").asInt() : least - spec.path("minAvailable").asInt();
            findings.require(mayGo >= 1, service, "its PodDisruptionBudget lets no node be drained");
            findings.require(least == 1 || mayGo < least, service, "its PodDisruptionBudget lets every pod go at once");
        }
    }
}
