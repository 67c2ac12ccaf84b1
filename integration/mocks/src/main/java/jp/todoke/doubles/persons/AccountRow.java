package jp.todoke.doubles.persons;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of accounts.json: 公金受取口座 as registered with デジタル庁. */
public record AccountRow(String municipalityCode, String atenabango, @Nullable ResultKind resultKind, @Nullable String bankCode,
        @Nullable String branchCode, @Nullable String type, @Nullable String number, @Nullable String holderKana,
        @Nullable LocalDate registeredOn,
        @Nullable String answerAtenabango) {

    PersonKey key() {
        return new PersonKey(municipalityCode, atenabango);
    }

    public ResultKind kind() {
        return resultKind == null ? ResultKind.PROVIDED : resultKind;
    }

    void check() {
        key().check();
        if (kind() == ResultKind.PROVIDED) {
            Rows.require(bankCode != null && bankCode.matches("[0-9]{4}"), "bankCode must be 4 digits");
            Rows.require(branchCode != null && branchCode.matches("[0-9]{3}"), "branchCode must be 3 digits");
            Rows.require(type != null && type.matches("[124]"), "type must be 1, 2 or 4");
            Rows.require(number != null && number.matches("[0-9]{7}"), "number must be 7 digits");
            Rows.require(holderKana != null && !holderKana.isBlank(), "holderKana is missing");
            Rows.require(registeredOn != null, "registeredOn is missing");
        }
    }
}
