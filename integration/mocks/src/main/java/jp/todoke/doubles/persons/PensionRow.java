package jp.todoke.doubles.persons;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of pensions.json: every public pension that one person receives. */
public record PensionRow(String municipalityCode, String atenabango, @Nullable ResultKind resultKind, @Nullable List<Pension> pensions,
        @Nullable Integer copyAvailableAfterDays,
        @Nullable String answerAtenabango) {

    /** 年金給付関係情報 of one pension; {@code annualYen} includes the additions. */
    public record Pension(@Nullable PensionKind kind, @Nullable LocalDate from, @Nullable Long annualYen,
            @Nullable List<Long> childAdditionsAnnualYen) {

        public List<Long> additions() {
            return childAdditionsAnnualYen == null ? List.of() : childAdditionsAnnualYen;
        }

        void check() {
            Rows.require(kind != null, "pensions.kind is missing");
            Rows.require(from != null, "pensions.from is missing");
            Rows.require(annualYen != null && annualYen >= 0, "pensions.annualYen is missing");
        }
    }

    /** 障害基礎年金等 or another public pension, with the code of the layout. */
    public enum PensionKind {
        DISABILITY_BASIC("1"),
        OTHER_PUBLIC_PENSION("2");

        private final String code;

        PensionKind(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    PersonKey key() {
        return new PersonKey(municipalityCode, atenabango);
    }

    public ResultKind kind() {
        return resultKind == null ? ResultKind.PROVIDED : resultKind;
    }

    public List<Pension> each() {
        return pensions == null ? List.of() : pensions;
    }

    void check() {
        key().check();
        if (kind() == ResultKind.PROVIDED) {
            Rows.require(!each().isEmpty(), "pensions is missing");
            each().forEach(Pension::check);
        }
    }
}
