package jp.todoke.local.sample;

import org.jspecify.annotations.Nullable;

/**
 * What a cell of the tables says about a person's tax: {@code own:4210000}, {@code own:undeclared}, {@code 139980:2100000}, {@code 139980:none};
 * for 児童扶養手当 with the numbers of dependants and of those of 16 to 18 among them, {@code own:1680000/1/1}, or {@code ?} where it is not answered.
 *
 * @param yen        absent: 未申告, or no copy there
 * @param dependants absent: not said here
 */
record TaxPlan(String place, boolean declared, @Nullable Long yen, @Nullable String dependants, int dependants16to18) {

    private static final String OWN = "own";

    static TaxPlan of(String text) {
        int colon = text.indexOf(':');
        String[] parts = text.substring(colon + 1).split("/");
        boolean amount = Character.isDigit(parts[0].charAt(0));
        return new TaxPlan(text.substring(0, colon), amount, amount ? Long.valueOf(parts[0]) : null, parts.length > 1 ? parts[1] : null,
                parts.length > 2 ? Integer.parseInt(parts[2]) : 0);
    }

    boolean isOwn() {
        return OWN.equals(place);
    }

    /** The items of the row; the numbers of this cell where it has any, else those of the family. */
    TaxDetail detail(Person person, TaxDetail.Dependants family) {
        if (yen == null) {
            throw new IllegalStateException("no items without an income");
        }
        TaxDetail.Dependants supported = dependants == null
                ? family
                : new TaxDetail.Dependants("?".equals(dependants) ? null : Integer.valueOf(dependants), 0, dependants16to18);
        return TaxDetail.of(person, yen, supported);
    }
}
