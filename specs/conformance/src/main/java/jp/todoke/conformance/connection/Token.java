package jp.todoke.conformance.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An access token; its text shows nothing, so that no log, report or message can. */
public final class Token {
    private static final String HIDDEN = "[token]";
    private final String value;

    private Token(String value) {
        this.value = value;
    }

    /** From a file rather than the command line, which every user of the machine can read. */
    public static Token in(Path file) throws IOException {
        String value = Files.readString(file).strip();
        if (value.isEmpty() || value.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new IOException(file + " holds no token");
        }
        return new Token(value);
    }

    String header() {
        return "Bearer " + value;
    }

    /** A system that sends the token back must not bring it into the report. */
    String hiddenIn(String text) {
        return text.replace(value, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
