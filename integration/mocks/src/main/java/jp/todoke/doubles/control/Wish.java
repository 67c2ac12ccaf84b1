package jp.todoke.doubles.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.chukan.Masters;
import jp.todoke.doubles.chukan.ServiceState;
import jp.todoke.doubles.persons.ResultKind;
import jp.todoke.doubles.wire.Json;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** The body of a request to the administration, read as what the operation takes. */
final class Wish {

    private record WantedDelay(@Nullable Integer millis, @Nullable String profile) {}

    private record WantedOutage(@Nullable String target, @Nullable String as, @Nullable Instant from, @Nullable Instant until) {}

    private record WantedScript(@Nullable String operation, @Nullable String person, @Nullable String answer, @Nullable Integer times) {}

    private record WantedService(@Nullable String state, @Nullable Instant until) {}

    private record WantedMasters(@Nullable List<Map<String, String>> rows) {}

    private record WantedJournal(boolean bodies) {}

    private final byte[] body;
    private final Set<String> targets;

    Wish(byte[] body, Set<String> targets) {
        this.body = body;
        this.targets = targets;
    }

    String target(@Nullable String named) {
        if (named == null || !targets.contains(named)) {
            throw new Unacceptable("/target", "must be one of " + String.join(", ", targets));
        }
        return named;
    }

    Delays.Delay delay() {
        WantedDelay wanted = read(WantedDelay.class);
        Integer millis = wanted.millis();
        if (wanted.profile() != null) {
            return new Delays.Delay(0, profile(wanted.profile()));
        }
        if (millis == null || millis < 0 || millis > Delays.LONGEST_MILLIS) {
            throw new Unacceptable("/millis", "must be 0 to " + Delays.LONGEST_MILLIS + ", or a profile must be named");
        }
        return new Delays.Delay(millis, null);
    }

    private static LatencyProfile profile(String name) {
        return Arrays.stream(LatencyProfile.values()).filter(profile -> profile.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(
                        () -> new Unacceptable("/profile", "must be one of " + names(LatencyProfile.values()).toLowerCase(Locale.ROOT)));
    }

    Outages.Outage outage(Outages outages) {
        WantedOutage wanted = read(WantedOutage.class);
        Scenario as = Outages.WAYS.stream().filter(way -> way.label().equals(wanted.as())).findFirst().orElseThrow(
                () -> new Unacceptable("/as",
                        "must be one of " + Outages.WAYS.stream().map(Scenario::label).collect(Collectors.joining(", "))));
        return outages.begin(target(wanted.target()), as, wanted.from(), wanted.until());
    }

    Scripts.Script script() {
        WantedScript wanted = read(WantedScript.class);
        int times = wanted.times() == null ? 1 : wanted.times();
        if (times < 1 || times > Scripts.MOST_TIMES) {
            throw new Unacceptable("/times", "must be 1 to " + Scripts.MOST_TIMES);
        }
        if (wanted.operation() == null || !targets.contains(wanted.operation())) {
            throw new Unacceptable("/operation", "must be one of " + String.join(", ", targets));
        }
        return new Scripts.Script(wanted.operation(), wanted.person(), scripted(wanted.answer()), times);
    }

    private static Scripts.Answer scripted(@Nullable String label) {
        if (label != null && Arrays.stream(ResultKind.values()).anyMatch(kind -> kind.name().equals(label))) {
            return new Scripts.Answer(Scenario.NONE, label);
        }
        try {
            Scenario scenario = Scenario.named(label);
            if (scenario != Scenario.NONE) {
                return new Scripts.Answer(scenario, null);
            }
        } catch (IllegalArgumentException unknown) {
            // Told below.
        }
        throw new Unacceptable("/answer", "must be one of " + Scenario.LABELS + ", " + names(ResultKind.values()));
    }

    ServiceState.Told service() {
        WantedService wanted = read(WantedService.class);
        return Arrays.stream(ServiceState.State.values()).filter(state -> state.name().equals(wanted.state())).findFirst()
                .map(state -> new ServiceState.Told(state, wanted.until()))
                .orElseThrow(() -> new Unacceptable("/state", "must be one of " + names(ServiceState.State.values())));
    }

    /** Rows as E24 writes them. */
    List<Masters.Row> masters() {
        List<Map<String, String>> wanted = read(WantedMasters.class).rows();
        if (wanted == null || wanted.isEmpty() || wanted.size() > Masters.MOST_CHANGED) {
            throw new Unacceptable("/rows", "must be 1 to " + Masters.MOST_CHANGED + " rows");
        }
        List<Masters.Row> rows = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String place = "/rows/" + i;
            rows.add(Masters.Row.of(wanted.get(i)).orElseThrow(
                    () -> new Unacceptable(place, "must have table, the codes of that table, and nothing that is not in MasterRow")));
        }
        return rows;
    }

    boolean bodies() {
        return read(WantedJournal.class).bodies();
    }

    /** Rows by the name of their file. */
    Map<String, List<JsonNode>> rows() {
        JsonNode tree = tree();
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        for (var file : tree.properties()) {
            if (!file.getValue().isArray()) {
                throw new Unacceptable("/" + file.getKey(), "must be an array of rows");
            }
            rows.put(file.getKey(), new ArrayList<>(file.getValue().values()));
        }
        if (rows.isEmpty()) {
            throw new Unacceptable("/", "must be an object: the name of a data file without suffix, with an array of its rows");
        }
        return rows;
    }

    private JsonNode tree() {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JacksonException notJson) {
            throw new Unacceptable("/", "must be JSON");
        }
    }

    private <T> T read(Class<T> type) {
        try {
            T wanted = Json.MAPPER.readValue(body, type);
            if (wanted == null) {
                throw new Unacceptable("/", "must be a JSON object");
            }
            return wanted;
        } catch (UnrecognizedPropertyException unknown) {
            throw new Unacceptable("/" + unknown.getPropertyName(), "is not known");
        } catch (JacksonException wrong) {
            throw new Unacceptable(
                    "/" + wrong.getPath().stream().map(step -> String.valueOf(step.getPropertyName())).collect(Collectors.joining("/")),
                    "must be JSON of the right type");
        }
    }

    private static String names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.joining(", "));
    }
}
