package jp.todoke.benefits.law;

/** 円 — an amount of whole yen, never negative: what is taken back is a claim of its own, not a negative benefit. */
public record Yen(long value) implements Comparable<Yen> {
    public static final Yen ZERO = new Yen(0);

    public Yen {
        if (value < 0) {
            throw new IllegalArgumentException("an amount of yen is never negative");
        }
    }

    public static Yen of(long value) {
        return value == 0 ? ZERO : new Yen(value);
    }

    public Yen plus(Yen other) {
        return of(Math.addExact(value, other.value));
    }

    public boolean isZero() {
        return value == 0;
    }

    @Override
    public int compareTo(Yen other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + "円";
    }
}
