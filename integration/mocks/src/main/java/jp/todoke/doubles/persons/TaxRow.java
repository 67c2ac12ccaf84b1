package jp.todoke.doubles.persons;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A row of tax.json: the 副本 of 地方税関係情報 that one municipality registered for one person and year. */
public record TaxRow(String municipalityCode, String atenabango, String providerMunicipalityCode, String nendo,
        @Nullable ResultKind resultKind,
        @Nullable Boolean declared, @Nullable Long totalIncomeYen, @Nullable Long incomeLevyYen, @Nullable Map<String, JsonNode> detail,
        @Nullable Integer copyAvailableAfterDays,
        @Nullable String answerAtenabango, @Nullable String hanNo) {

    PersonKey key() {
        return new PersonKey(municipalityCode, atenabango);
    }

    boolean serves(String provider, @Nullable String askedNendo) {
        return (providerMunicipalityCode.equals("*") || providerMunicipalityCode.equals(provider))
                && (askedNendo == null || nendo.equals("*") || nendo.equals(askedNendo));
    }

    public ResultKind kind() {
        return resultKind == null ? ResultKind.PROVIDED : resultKind;
    }

    /** 未申告 is not 0 yen. */
    public boolean isDeclared() {
        return Boolean.TRUE.equals(declared);
    }

    /** The items beside the total, in the order of the layout: each with the text of its value. */
    public Map<TaxDetailItem, String> details() {
        return TaxDetailItem.values(detail == null ? Map.of() : detail);
    }

    void check() {
        key().check();
        Rows.require(providerMunicipalityCode != null && providerMunicipalityCode.matches("[0-9]{6}|[*]"),
                "providerMunicipalityCode must be 6 digits");
        Rows.require(nendo != null && nendo.matches("[0-9]{4}|[*]"), "nendo must be 4 digits");
        Rows.require(hanNo == null || hanNo.matches("[0-9]{4}"), "hanNo must be 4 digits");
        if (kind() == ResultKind.PROVIDED) {
            Rows.require(declared != null, "declared is missing");
            boolean amounts = totalIncomeYen != null && incomeLevyYen != null;
            boolean none = totalIncomeYen == null && incomeLevyYen == null;
            Rows.require(detail == null || isDeclared(), "detail must not stand where nothing is declared");
            details();
            Rows.require(isDeclared() ? amounts : none, "totalIncomeYen and incomeLevyYen must stand exactly where declared is true");
        }
    }
}
