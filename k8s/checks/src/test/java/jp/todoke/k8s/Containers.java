package jp.todoke.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.List;
import java.util.Set;
import jp.todoke.k8s.Manifests.Workload;

/** What "restricted" of the Pod Security Standards asks, and what we ask beyond it. */
final class Containers {
    private static final Set<String> VOLUMES = Set.of("emptyDir", "configMap", "secret", "projected");

    private Containers() {}

    static void check(Manifests manifests, Findings findings) {
        for (Workload workload : manifests.workloads()) {
            String where = workload.kind() + " " + workload.name();
            JsonNode pod = workload.pod();
            JsonNode security = pod.path("securityContext");
            findings.require(security.path("runAsNonRoot").asBoolean() && security.path("runAsUser").asInt() > 0, where, "may run as root");
            findings.require(security.at("/seccompProfile/type").asText().equals("RuntimeDefault"), where, "no seccomp profile");
            findings.require(pod.has("automountServiceAccountToken") && !pod.path("automountServiceAccountToken").asBoolean(), where,
                    "has a token of the cluster");
            for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
                findings.require(!pod.has(shared), where, shared);
            }
            for (JsonNode volume : pod.path("volumes")) {
                volume.fieldNames().forEachRemaining(field -> findings.require(field.equals("name") || VOLUMES.contains(field), where,
                        "a volume that restricted pods may not have: " + field));
                findings.require(!volume.has("emptyDir") || volume.at("/emptyDir/sizeLimit").isTextual(), where, "a volume without limit");
            }
            workload.containers()
                    .forEach(container -> container(workload, container, where + "/" + container.path("name").asText(), findings));
        }
    }

    private static void container(Workload workload, JsonNode container, String where, Findings findings) {
        JsonNode security = container.path("securityContext");
        findings.require(security.has("allowPrivilegeEscalation") && !security.path("allowPrivilegeEscalation").asBoolean(), where,
                "may gain privileges");
        findings.require(security.path("readOnlyRootFilesystem").asBoolean(), where, "may write into its image");
        findings.require(security.at("/capabilities/drop").toString().equals("[\"ALL\"]") && !security.path("capabilities").has("add"),
                where,
                "keeps capabilities");
        findings.require(!security.path("privileged").asBoolean() && !security.has("runAsUser"), where, "privileged, or another user");
        String image = container.path("image").asText();
        findings.require(image.matches("todoke/[a-z-]+(:[^:@]+|@sha256:[0-9a-f]{64})") && !image.endsWith(":latest"), where,
                "image is not of one version: " + image);
        for (String resource : List.of("cpu", "memory")) {
            String request = container.at("/resources/requests/" + resource).asText();
            String limit = container.at("/resources/limits/" + resource).asText();
            findings.require(!request.isEmpty() && !limit.isEmpty() && Quantity.getAmountInBytes(new Quantity(request))
                    .compareTo(Quantity.getAmountInBytes(new Quantity(limit))) <= 0, where,
                    "asks for no " + resource + ", or more than its limit");
        }
        findings.require(
                Manifests.stream(container.path("volumeMounts")).anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp")),
                where, "has no /tmp");
        if (!workload.kind().equals("Deployment")) {
            return;
        }
        boolean management = workload.opens("management");
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode http = container.path(probe).path("httpGet");
            String path = http.path("path").asText();
            String group = probe.equals("readinessProbe") ? "readiness" : "liveness";
            findings.require(workload.opens(http.path("port").asText()), where, probe + " asks a port that is not open");
            findings.require(management
                    ? http.path("port").asText().equals("management") && path.equals("/actuator/health/" + group)
                    : path.equals("/health"), where, probe + " asks " + path);
        }
        int patience = container.at("/startupProbe/periodSeconds").asInt() * container.at("/startupProbe/failureThreshold").asInt();
        findings.require(patience >= 60, where, "has " + patience + " s to start");
        if (management) {
            // ServiceDefaults: two phases of ten seconds; see timeout-per-shutdown-phase.
            findings.require(
                    workload.pod().path("terminationGracePeriodSeconds").asInt() >= container.at("/lifecycle/preStop/sleep/seconds").asInt()
                            + 20
                            && container.at("/lifecycle/preStop/sleep/seconds").asInt() > 0,
                    where, "is killed before it has ended its work");
        }
    }
}
