package jp.todoke.local;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The words after a command, in any order; what nobody has taken at the end is not understood. */
final class Words {
    private final List<String> left;

    Words(Collection<String> words) {
        left = new ArrayList<>(words);
    }

    boolean flag(String name) {
        return left.remove(name);
    }

    /** The word after {@code name}. */
    Optional<String> option(String name, String allowed, String meaning) {
        int at = left.indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        left.remove(at);
        String value = at < left.size() ? left.remove(at) : "";
        if (!value.matches(allowed)) {
            throw new NotUnderstood(name + " needs " + meaning + (value.isEmpty() ? "" : ", not " + value));
        }
        return Optional.of(value);
    }

    Optional<String> word() {
        return left.stream().filter(word -> !word.startsWith("-")).findFirst().map(word -> {
            left.remove(word);
            return word;
        });
    }

    String first(String missing) {
        return word().orElseThrow(() -> new NotUnderstood(missing));
    }

    void end() {
        if (!left.isEmpty()) {
            throw new NotUnderstood("not understood: " + String.join(" ", left));
        }
    }
}
