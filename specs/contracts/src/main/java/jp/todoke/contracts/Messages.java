package jp.todoke.contracts;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What a validator's finding means for the one who has to correct it: a stable code, and in Japanese what to do. */
final class Messages {
    private static final Map<String, String> TYPES = Map.of("string", "文字列", "integer", "整数", "number", "数値", "boolean", "true または false",
            "array", "配列", "object", "オブジェクト");

    /** The patterns of days and months in our documents; shown as they stand they would tell a caseworker nothing. */
    private static final String DAYS = "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$";
    private static final String MONTHS = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$";

    private static final Pattern DIGITS = Pattern.compile("\\^\\[0-9]\\{([0-9]+)}\\$");
    private static final String KEY = "^[!-~]*$";
    private static final String TAG = "^\"[0-9]{1,18}\"$";

    private Messages() {}

    static Violation of(Error error, String prefix) {
        String pointer = prefix + error.getInstanceLocation();
        JsonNode rule = error.getSchemaNode();
        String limit = rule == null ? "" : rule.asString("");
        return switch (error.getKeyword()) {
            case "required" -> required(pointer + "/" + RequestCheck.escape(error.getProperty()));
            case "additionalProperties" -> unknown(pointer + "/" + RequestCheck.escape(error.getProperty()));
            case "type" -> new Violation(pointer, "TYPE", TYPES.getOrDefault(limit, limit) + "で指定してください。");
            case "format" -> TextFormat.named(limit).map(format -> format.violation(pointer, error.getInstanceNode().asString("")))
                    .orElseGet(() -> format(pointer, limit));
            case "pattern" -> pattern(pointer, limit);
            case "minLength" -> new Violation(pointer, "LENGTH", limit + "文字以上で入力してください。");
            case "maxLength" -> new Violation(pointer, "LENGTH", limit + "文字以内で入力してください。");
            case "minItems", "minProperties" -> new Violation(pointer, "LENGTH", limit + "件以上を指定してください。");
            case "maxItems", "maxProperties" -> new Violation(pointer, "LENGTH", limit + "件以内で指定してください。");
            case "uniqueItems" -> new Violation(pointer, "LENGTH", "同じものを重ねて指定しないでください。");
            case "minimum", "exclusiveMinimum" -> new Violation(pointer, "RANGE", limit + "以上の値を指定してください。");
            case "maximum", "exclusiveMaximum" -> new Violation(pointer, "RANGE", limit + "以下の値を指定してください。");
            case "multipleOf" -> new Violation(pointer, "RANGE", limit + "の倍数を指定してください。");
            case "enum", "const" -> new Violation(pointer, "ENUM", "次のいずれかを指定してください: " + String.join("、", values(rule)));
            default -> new Violation(pointer, "TYPE", "仕様書に示された形で指定してください。");
        };
    }

    private static Violation pattern(String pointer, String pattern) {
        return switch (pattern) {
            case DAYS -> new Violation(pointer, "RANGE", "1900-01-01 から 2199-12-31 までの日付を YYYY-MM-DD の形式で指定してください。");
            case MONTHS -> new Violation(pointer, "PATTERN", "1900-01 から 2199-12 までの月を YYYY-MM の形式で指定してください。");
            case KEY -> new Violation(pointer, "PATTERN", "空白を含まない半角の英数字と記号で指定してください。");
            case TAG -> new Violation(pointer, "PATTERN", "読み込んだ内容の ETag を、引用符も含めてそのまま一つだけ指定してください。");
            default -> {
                Matcher digits = DIGITS.matcher(pattern);
                yield new Violation(pointer, "PATTERN",
                        digits.matches() ? "半角数字" + digits.group(1) + "桁で指定してください。" : "決められた書式（" + pattern + "）で指定してください。");
            }
        };
    }

    static Violation required(String pointer) {
        return new Violation(pointer, "REQUIRED", "必須項目です。値を指定してください。");
    }

    static Violation unknown(String pointer) {
        return new Violation(pointer, "UNKNOWN_FIELD", "仕様書にない項目です。項目名を確かめるか、取り除いてください。");
    }

    static Violation repeated(String pointer) {
        return new Violation(pointer, "TYPE", "一つだけ指定してください。");
    }

    static Violation unstorable(String pointer) {
        return new Violation(pointer, "CHARACTER", TextFormat.CHARACTERS);
    }

    private static Violation format(String pointer, String format) {
        return switch (format) {
            case "date" -> new Violation(pointer, "DATE", "実在する日付を YYYY-MM-DD の形式で指定してください。");
            case "date-time" -> new Violation(pointer, "DATE", "日時を 2026-11-16T09:00:00+09:00 の形式で指定してください。");
            case "uuid" -> new Violation(pointer, "FORMAT", "UUID（8-4-4-4-12桁の16進数）で指定してください。");
            case "int32", "int64" -> new Violation(pointer, "RANGE", "扱える範囲の整数を指定してください。");
            default -> new Violation(pointer, "FORMAT", "決められた形式（" + format + "）で指定してください。");
        };
    }

    private static List<String> values(JsonNode rule) {
        List<String> values = new ArrayList<>();
        rule.forEach(value -> values.add(value.asString()));
        return values;
    }
}
