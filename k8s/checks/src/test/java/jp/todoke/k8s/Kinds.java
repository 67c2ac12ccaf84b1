package jp.todoke.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every document parsed as what it says it is. The model takes an unknown field without a word, so it is walked for them. */
final class Kinds {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The versions of the API that are served and not on their way out. */
    private static final Map<String, Class<? extends KubernetesResource>> KNOWN = Map.ofEntries(Map.entry("v1 Namespace", Namespace.class),
            Map.entry("v1 ServiceAccount", ServiceAccount.class), Map.entry("v1 Service", Service.class),
            Map.entry("v1 ConfigMap", ConfigMap.class), Map.entry("v1 Secret", Secret.class),
            Map.entry("apps/v1 Deployment", Deployment.class),
            Map.entry("batch/v1 Job", Job.class), Map.entry("networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class),
            Map.entry("networking.k8s.io/v1 Ingress", Ingress.class), Map.entry("policy/v1 PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("gateway.networking.k8s.io/v1 HTTPRoute", HTTPRoute.class));
    /** The model does not tell what an API server demands; paths with {@code *} for each element. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "Deployment", List.of("/spec/selector/matchLabels", "/spec/template/metadata/labels", "/spec/template/spec/containers/*/name",
                    "/spec/template/spec/containers/*/image", "/spec/template/spec/containers/*/ports/*/containerPort",
                    "/spec/template/spec/containers/*/env/*/name", "/spec/template/spec/containers/*/volumeMounts/*/name",
                    "/spec/template/spec/containers/*/volumeMounts/*/mountPath", "/spec/template/spec/volumes/*/name",
                    "/spec/template/spec/topologySpreadConstraints/*/maxSkew",
                    "/spec/template/spec/topologySpreadConstraints/*/topologyKey",
                    "/spec/template/spec/topologySpreadConstraints/*/whenUnsatisfiable",
                    "/spec/template/spec/containers/*/startupProbe/httpGet/port"),
            "Job", List.of("/spec/template/spec/restartPolicy", "/spec/template/spec/containers/*/name",
                    "/spec/template/spec/containers/*/image", "/spec/template/spec/initContainers/*/image",
                    "/spec/template/spec/initContainers/*/env/*/name"),
            "Service", List.of("/spec/selector", "/spec/ports/*/port"),
            "Ingress", List.of("/spec/rules/*/http/paths/*/pathType", "/spec/rules/*/http/paths/*/backend/service/name",
                    "/spec/rules/*/http/paths/*/backend/service/port"),
            "NetworkPolicy", List.of("/spec/podSelector", "/spec/policyTypes"),
            "PodDisruptionBudget", List.of("/spec/selector"),
            "HorizontalPodAutoscaler", List.of("/spec/scaleTargetRef/kind", "/spec/scaleTargetRef/name", "/spec/maxReplicas",
                    "/spec/metrics/*/type"),
            "HTTPRoute", List.of("/spec/parentRefs/*/name", "/spec/rules/*/backendRefs/*/name", "/spec/rules/*/backendRefs/*/port"));

    private Kinds() {}

    static void check(Manifests manifests, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (ObjectNode document : manifests.documents()) {
            String where = document.path("kind").asText() + " " + Manifests.name(document);
            findings.require(seen.add(where), where, "is there twice");
            findings.require(Manifests.name(document).matches("[a-z0-9]([-a-z0-9]*[a-z0-9])?"), where, "has no fit name");
            Class<? extends KubernetesResource> type = KNOWN
                    .get(document.path("apiVersion").asText() + " " + document.path("kind").asText());
            if (type == null) {
                findings.add(where, "version of the API or kind not known: " + document.path("apiVersion").asText());
                continue;
            }
            try {
                walk(JSON.treeToValue(document, type), where, findings);
            } catch (JsonProcessingException e) {
                findings.add(where, "does not parse: " + e.getOriginalMessage());
            }
            for (String path : REQUIRED.getOrDefault(document.path("kind").asText(), List.of())) {
                required(document, path.substring(1), where + " " + path, findings);
            }
        }
    }

    private static void required(JsonNode node, String path, String where, Findings findings) {
        int slash = path.indexOf('/');
        String step = slash < 0 ? path : path.substring(0, slash);
        if (step.equals("*")) {
            node.forEach(element -> required(element, path.substring(2), where, findings));
        } else if (slash < 0) {
            findings.require(node.hasNonNull(step), where, "is missing");
        } else if (node.has(step) || path.indexOf('*') < 0) {
            required(node.path(step), path.substring(slash + 1), where, findings);
        }
    }

    private static void walk(Object value, String where, Findings findings) {
        if (value instanceof Collection<?> many) {
            many.forEach(each -> walk(each, where, findings));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> walk(each, where + "/" + key, findings));
        } else if (value != null && value.getClass().getPackageName().startsWith("io.fabric8") && !value.getClass().isEnum()) {
            for (Method getter : value.getClass().getMethods()) {
                if (getter.getParameterCount() > 0 || !getter.getName().startsWith("get") || getter.getName().equals("getClass")) {
                    continue;
                }
                Object inside = call(getter, value);
                if (!getter.getName().equals("getAdditionalProperties")) {
                    walk(inside, where + "/" + Character.toLowerCase(getter.getName().charAt(3)) + getter.getName().substring(4), findings);
                } else if (inside instanceof Map<?, ?> unknown && !unknown.isEmpty()) {
                    findings.add(where, "unknown fields " + unknown.keySet());
                }
            }
        }
    }

    private static Object call(Method getter, Object owner) {
        try {
            return getter.invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(getter.toString(), e);
        }
    }
}
