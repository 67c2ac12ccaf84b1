package jp.todoke.k8s;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.todoke.benefits.BenefitsService;
import jp.todoke.database.Migration;
import jp.todoke.gateway.Gateway;
import jp.todoke.integration.IntegrationService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * One setting as the code has it.
 *
 * @param variable     the environment variable; ends with {@code *} where names are the site's own
 * @param defaultValue empty where there is none
 * @param services     who reads it
 */
record Setting(String variable, boolean required, String defaultValue, Set<String> services) {

    private static final String BENEFITS = "benefits-service";
    private static final String INTEGRATION = "integration";
    private static final String GATEWAY = "gateway";
    private static final String MIGRATION = "migration";
    private static final String DOUBLES = "national-doubles";
    /** Which service it is, says each service's own application.yml. */
    private static final String OWN_FILE = "TODOKE_SERVICE";
    /** What the doubles read; they have no framework that would tell. */
    private static final List<String> OF_DOUBLES = List.of("TODOKE_DOUBLES_ADDRESS", "TODOKE_DOUBLES_PORT", "TODOKE_DOUBLES_DATA",
            "TODOKE_DOUBLES_PROFILE", "TODOKE_DOUBLES_CLIENT_SECRET");

    /** Every setting of our own, by variable. */
    static Map<String, Setting> ofTheCode() {
        Map<String, Setting> settings = new TreeMap<>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        // Its own package and nothing of the launcher's issuer.
        for (String root : List.of("jp.todoke.gateway", "jp.todoke.benefits", "jp.todoke.integration", "jp.todoke.channel",
                "jp.todoke.guard",
                "jp.todoke.sealing", "jp.todoke.tenancy", "jp.todoke.telemetry")) {
            for (var found : scanner.findCandidateComponents(root)) {
                Class<?> type = load(found.getBeanClassName());
                String prefix = type.getAnnotation(ConfigurationProperties.class).value();
                leaves(prefix, type, false, services(root), settings);
            }
        }
        Migration.settings().forEach(variable -> add(new Setting(variable, true, "", Set.of(MIGRATION)), settings));
        OF_DOUBLES.forEach(variable -> add(new Setting(variable, false, "", Set.of(DOUBLES)), settings));
        settings.remove(OWN_FILE);
        return settings;
    }

    private static Set<String> services(String root) {
        return switch (root) {
            case "jp.todoke.gateway" -> Set.of(GATEWAY);
            case "jp.todoke.benefits" -> Set.of(BENEFITS);
            case "jp.todoke.integration" -> Set.of(INTEGRATION);
            case "jp.todoke.telemetry" -> Set.of(GATEWAY, BENEFITS, INTEGRATION);
            default -> Set.of(BENEFITS, INTEGRATION);
        };
    }

    private static void leaves(String prefix, Class<?> type, boolean optional, Set<String> services, Map<String, Setting> settings) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            DefaultValue value = defaultOf(type, component);
            boolean free = optional || value != null || component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (component.getType().isRecord()) {
                leaves(name, component.getType(), optional || free && value == null, services, settings);
            } else {
                String variable = name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
                add(new Setting(Map.class.isAssignableFrom(component.getType()) ? variable + "_*" : variable, !free,
                        value == null ? "" : String.join(", ", value.value()), services), settings);
            }
        }
    }

    /** A parameter's annotation is not one of the record's component unless it says so. */
    private static @Nullable DefaultValue defaultOf(Class<?> type, RecordComponent component) {
        int at = Arrays.asList(type.getRecordComponents()).stream().map(RecordComponent::getName).toList().indexOf(component.getName());
        Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return type.getDeclaredConstructor(types).getParameters()[at].getAnnotation(DefaultValue.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Two services may read the same variable; it is required where one of them requires it. */
    private static void add(Setting setting, Map<String, Setting> settings) {
        settings.merge(setting.variable, setting, (a, b) -> {
            Set<String> services = new TreeSet<>(a.services);
            services.addAll(b.services);
            return new Setting(a.variable, a.required || b.required, a.defaultValue.isEmpty() ? b.defaultValue : a.defaultValue, services);
        });
    }

    /** What of it a service cannot start without; a service's own view, not that of its neighbours. */
    static Set<String> requiredBy(String service) {
        Map<String, Setting> own = new TreeMap<>();
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> roots = new ArrayList<>(List.of(mainOf(service).getPackageName()));
        if (!service.equals(GATEWAY)) {
            roots.addAll(List.of("jp.todoke.channel", "jp.todoke.guard", "jp.todoke.sealing", "jp.todoke.tenancy"));
        }
        for (String root : roots) {
            for (var found : scanner.findCandidateComponents(root)) {
                Class<?> type = load(found.getBeanClassName());
                leaves(type.getAnnotation(ConfigurationProperties.class).value(), type, false, Set.of(service), own);
            }
        }
        own.remove(OWN_FILE);
        Set<String> required = new TreeSet<>();
        own.values().stream().filter(Setting::required).forEach(setting -> required.add(setting.variable));
        return required;
    }

    private static Class<?> mainOf(String service) {
        return switch (service) {
            case GATEWAY -> Gateway.class;
            case BENEFITS -> BenefitsService.class;
            case INTEGRATION -> IntegrationService.class;
            default -> throw new IllegalArgumentException(service);
        };
    }

    /** Properties of the framework, as variables. */
    static Set<String> ofTheFramework() {
        // Read before any property is bound, so it stands in no list.
        Set<String> variables = new TreeSet<>(Set.of("SPRING_APPLICATION_JSON"));
        try {
            for (URL list : Collections.list(Setting.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
                try (InputStream in = list.openStream()) {
                    new com.fasterxml.jackson.databind.ObjectMapper().readTree(in).path("properties")
                            .forEach(property -> variables
                                    .add(property.path("name").asText().replaceAll("[.-]", "_").toUpperCase(Locale.ROOT)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return variables;
    }

    private static Class<?> load(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
