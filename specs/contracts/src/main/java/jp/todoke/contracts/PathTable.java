package jp.todoke.contracts;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the operation of a request; a literal segment beats a variable, as OpenAPI says. */
final class PathTable {
    private final List<Operation> operations;

    PathTable(List<Operation> operations) {
        this.operations = operations.stream().sorted(Comparator.comparingLong(PathTable::variables)).toList();
    }

    /** @param path raw path of the request, without query, not decoded */
    Optional<Match> find(String method, String path) {
        List<String> sent = List.of(path.split("/", -1));
        for (Operation operation : operations) {
            if (operation.method().equals(method)) {
                Optional<Map<String, String>> variables = match(operation.segments(), sent);
                if (variables.isPresent()) {
                    return Optional.of(new Match(operation, variables.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> match(List<String> template, List<String> sent) {
        if (template.size() != sent.size()) {
            return Optional.empty();
        }
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String expected = template.get(i);
            if (isVariable(expected)) {
                Optional<String> value = decode(sent.get(i));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                variables.put(expected.substring(1, expected.length() - 1), value.get());
            } else if (!expected.equals(sent.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    /** Empty for what no framework behind us may see as one segment: a hidden slash, a matrix parameter, a broken escape. */
    private static Optional<String> decode(String segment) {
        if (segment.isEmpty() || segment.indexOf(';') >= 0 || segment.equals(".") || segment.equals("..")) {
            return Optional.empty();
        }
        try {
            String value = URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
            return value.indexOf('/') >= 0 || value.indexOf('\\') >= 0 || value.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(value);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isVariable(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }

    private static long variables(Operation operation) {
        return operation.segments().stream().filter(PathTable::isVariable).count();
    }
}
