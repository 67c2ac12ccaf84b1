package jp.todoke.k8s;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.todoke.benefits.municipality.MunicipalityProfiles;
import jp.todoke.k8s.Manifests.Workload;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Each variable of a container is one that its program reads, and none that it needs is missing. */
final class EnvironmentOfContainers {
    /** What a service reads that only migrates. */
    private static final Set<String> MIGRATING = Set.of("TODOKE_MIGRATE", "TODOKE_DB_URL", "TODOKE_DB_OWNER_USER",
            "TODOKE_DB_OWNER_PASSWORD",
            "TODOKE_DB_APP_USER", "TODOKE_DB_DISPATCH_USER");
    private static final Set<String> OF_SERVICES = Set.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT");
    private static final Map<String, Setting> CODE = Setting.ofTheCode();
    private static final Set<String> FRAMEWORK = Setting.ofTheFramework();

    private EnvironmentOfContainers() {}

    static String programOf(JsonNode container) {
        return container.path("image").asText().replaceAll("^.*/", "").replaceAll("[:@].*$", "");
    }

    static void check(Manifests manifests, Findings findings) {
        for (Workload workload : manifests.workloads()) {
            for (JsonNode container : workload.containers()) {
                String where = workload.kind() + " " + workload.name() + "/" + container.path("name").asText();
                String program = programOf(container);
                Map<String, JsonNode> set = new TreeMap<>();
                container.path("env").forEach(variable -> findings.require(set.put(variable.path("name").asText(), variable) == null, where,
                        variable.path("name").asText() + " is set twice"));
                set.keySet()
                        .forEach(variable -> findings.require(readBy(program, variable), where, program + " does not read " + variable));
                Set<String> missing = new TreeSet<>(required(workload, program));
                missing.removeIf(needed -> needed.endsWith("*")
                        ? set.keySet().stream().anyMatch(variable -> variable.startsWith(needed.substring(0, needed.length() - 1)))
                        : set.containsKey(needed));
                findings.require(missing.isEmpty(), where, "lacks " + missing);
                if (Availability.SERVICES.contains(program)) {
                    boolean owner = set.containsKey("TODOKE_DB_OWNER_USER") || set.containsKey("TODOKE_DB_OWNER_PASSWORD");
                    findings.require(workload.kind().equals("Job") || !owner, where, "has the credentials of the schema's owner");
                }
            }
        }
        manifests.find("ConfigMap", "todoke").ifPresent(config -> municipalities(config.at("/data/MUNICIPALITIES").asText(), findings));
        boolean test = manifests.find("ConfigMap", "todoke").map(config -> config.at("/data/TODOKE_TEST_SYSTEM").asText()).orElse("")
                .equals("true");
        findings.require(test || manifests.find("Deployment", "national-doubles").isEmpty(), "overlay", "doubles beside real cases");
    }

    private static boolean readBy(String program, String variable) {
        if (FRAMEWORK.contains(variable)) {
            return Availability.SERVICES.contains(program);
        }
        return CODE.values().stream().filter(setting -> setting.services().contains(program)).map(Setting::variable).anyMatch(
                known -> known.endsWith("*") ? variable.startsWith(known.substring(0, known.length() - 1)) : known.equals(variable));
    }

    private static Set<String> required(Workload workload, String program) {
        if (program.equals("migration")) {
            return Set.copyOf(jp.todoke.database.Migration.settings());
        }
        if (!Availability.SERVICES.contains(program)) {
            return Set.of();
        }
        if (workload.kind().equals("Job")) {
            return MIGRATING;
        }
        Set<String> required = new TreeSet<>(Setting.requiredBy(program));
        required.addAll(OF_SERVICES);
        if (!program.equals("gateway")) {
            required.add("TODOKE_MIGRATE");
        }
        return required;
    }

    /** Bound as the program binds it, and nothing may be left over. */
    private static void municipalities(String json, Findings findings) {
        try {
            Map<String, Object> flat = new TreeMap<>();
            flatten("", Kustomization.documents(json).getFirst(), flat);
            flat.keySet().forEach(
                    key -> findings.require(key.startsWith("todoke.municipalities."), "MUNICIPALITIES", "not a municipality: " + key));
            var bound = new Binder(new MapConfigurationPropertySource(flat)).bindOrCreate("todoke", Bindable.of(MunicipalityProfiles.class),
                    new NoUnboundElementsBindHandler(BindHandler.DEFAULT));
            bound.municipalities().forEach((code, profile) -> findings.require(code.matches("[0-9]{6}") && profile.name() != null
                    && profile.head() != null && profile.section() != null && profile.reviewAuthority() != null
                    && profile.bankFile() != null
                    && profile.paying().size() == 2, "MUNICIPALITIES", code + " is not complete"));
        } catch (IOException | RuntimeException e) {
            findings.add("MUNICIPALITIES", "cannot be read: " + (e.getCause() == null ? e : e.getCause()).getMessage());
        }
    }

    private static void flatten(String path, JsonNode node, Map<String, Object> flat) {
        if (node.isObject()) {
            node.properties()
                    .forEach(entry -> flatten(path.isEmpty() ? entry.getKey() : path + "." + entry.getKey(), entry.getValue(), flat));
        } else {
            flat.put(path, node.asText());
        }
    }
}
