package jp.todoke.benefits.law;

/** 事実 — a value, known to be none, or not known yet, with the one who says so. Not known never turns into zero or false. */
public sealed interface Fact<T> {
    /** {@code source} names the supplier: applicant, resident register, tax answer … */
    record Known<T>(T value, String source) implements Fact<T> {}

    record KnownNone<T>(String source) implements Fact<T> {}

    record Unknown<T>(String why) implements Fact<T> {}

    static <T> Fact<T> known(T value, String source) {
        return new Known<>(value, source);
    }

    static <T> Fact<T> none(String source) {
        return new KnownNone<>(source);
    }

    static <T> Fact<T> unknown(String why) {
        return new Unknown<>(why);
    }

    /** What a trace shows as the value. */
    default String shown() {
        return switch (this) {
            case Known<T>(T value, _) -> String.valueOf(value);
            case KnownNone<T> _ -> "なし";
            case Unknown<T> _ -> "不明";
        };
    }

    /** Who said so, or why nobody can say. */
    default String supplier() {
        return switch (this) {
            case Known<T>(_, String source) -> source;
            case KnownNone<T>(String source) -> source;
            case Unknown<T>(String why) -> why;
        };
    }
}
