package jp.todoke.benefits.programmes.childrearingallowance;

import java.math.BigDecimal;

/** 率 — a decimal fixed by the order, kept exactly as {@code unscaled / factor}. */
record Coefficient(long unscaled, long factor) {

    static Coefficient parse(Object text) {
        var decimal = new BigDecimal((String) text);
        return new Coefficient(decimal.unscaledValue().longValueExact(), BigDecimal.TEN.pow(decimal.scale()).longValueExact());
    }

    /** The row says that nothing depends on income. */
    boolean isZero() {
        return unscaled == 0;
    }

    /** {@code yen × rate}, 四捨五入 to whole {@code unit}s of yen; the fraction of a yen takes part in the rounding. */
    long of(long yen, long unit) {
        long scaledUnit = Math.multiplyExact(factor, unit);
        long product = Math.multiplyExact(yen, unscaled);
        return Math.floorDiv(Math.addExact(product, scaledUnit / 2), scaledUnit) * unit;
    }

    @Override
    public String toString() {
        return BigDecimal.valueOf(unscaled).divide(BigDecimal.valueOf(factor)).toPlainString();
    }
}
