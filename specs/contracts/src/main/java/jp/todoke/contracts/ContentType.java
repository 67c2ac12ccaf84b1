package jp.todoke.contracts;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Content-Type of a request.
 *
 * @param mediaType in lower case, empty where none was sent
 * @param utf8      whether no other character set is declared
 */
public record ContentType(String mediaType, boolean utf8) {
    private static final Pattern CHARSET = Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";]*)\"?", Pattern.CASE_INSENSITIVE);

    public static ContentType of(@Nullable String header) {
        if (header == null) {
            return new ContentType("", true);
        }
        Matcher charset = CHARSET.matcher(header);
        return new ContentType(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT),
                !charset.find() || charset.group(1).strip().equalsIgnoreCase("utf-8"));
    }

    public boolean isAbsent() {
        return mediaType.isEmpty();
    }

    public boolean isTakenBy(Operation operation) {
        return utf8 && operation.requestTypes().contains(mediaType);
    }
}
