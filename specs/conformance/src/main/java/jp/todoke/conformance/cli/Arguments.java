package jp.todoke.conformance.cli;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Options of a command, each with one value. */
final class Arguments {
    private final Map<String, String> values = new HashMap<>();

    Arguments(List<String> words, Set<String> known) {
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String option = rest.pop();
            if (!known.contains(option)) {
                throw new UsageException("not understood: " + option);
            }
            if (rest.isEmpty() || rest.peek().startsWith("--")) {
                throw new UsageException(option + " needs a value");
            }
            if (values.put(option, rest.pop()) != null) {
                throw new UsageException(option + " stands there twice");
            }
        }
    }

    String text(String option, String otherwise) {
        return values.getOrDefault(option, otherwise);
    }

    Path path(String option, Path otherwise) {
        return values.containsKey(option) ? Path.of(values.get(option)) : otherwise;
    }

    boolean has(String option) {
        return values.containsKey(option);
    }

    Path existing(String option) {
        Path path = Path.of(required(option));
        if (!Files.isReadable(path)) {
            throw new UsageException(option + ": cannot read " + path);
        }
        return path;
    }

    /** Credentials have no place in an address. */
    URI address(String option) {
        try {
            URI uri = new URI(required(option));
            if (!Set.of("http", "https").contains(String.valueOf(uri.getScheme())) || uri.getHost() == null || uri.getUserInfo() != null
                    || uri.getQuery() != null || uri.getFragment() != null) {
                throw new UsageException(option + " must be like https://system.example.jp");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new UsageException(option + " must be like https://system.example.jp");
        }
    }

    int number(String option, int from, int to, int otherwise) {
        String value = text(option, Integer.toString(otherwise));
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) < from || Integer.parseInt(value) > to) {
            throw new UsageException(option + " must be a number from " + from + " to " + to);
        }
        return Integer.parseInt(value);
    }

    /** {@code *} stands for any text, {@code ?} for one character; several patterns are separated by commas. */
    Pattern pattern(String option) {
        return Pattern.compile(Pattern.compile(",").splitAsStream(text(option, "*"))
                .map(one -> one.codePoints().mapToObj(c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString(c)))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("|")));
    }

    private String required(String option) {
        String value = values.get(option);
        if (value == null) {
            throw new UsageException(option + " is needed");
        }
        return value;
    }
}
