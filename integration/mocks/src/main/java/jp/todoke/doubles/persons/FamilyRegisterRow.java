package jp.todoke.doubles.persons;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of family-registers.json: what 戸籍情報連携システム tells about one person. */
public record FamilyRegisterRow(String municipalityCode, String atenabango, @Nullable ResultKind resultKind,
        @Nullable MaritalStatus maritalStatus, @Nullable LocalDate since, @Nullable List<LocalDate> childrenBirthDates,
        @Nullable Integer copyAvailableAfterDays,
        @Nullable String answerAtenabango) {

    /** 婚姻中, 離婚, 死別, 未婚, with the code of the layout. */
    public enum MaritalStatus {
        MARRIED("1"),
        DIVORCED("2"),
        WIDOWED("3"),
        NEVER_MARRIED("4");

        private final String code;

        MaritalStatus(String code) {
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

    public List<LocalDate> births() {
        return childrenBirthDates == null ? List.of() : childrenBirthDates;
    }

    void check() {
        key().check();
        if (kind() == ResultKind.PROVIDED) {
            Rows.require(maritalStatus != null, "maritalStatus is missing");
            boolean ended = maritalStatus == MaritalStatus.DIVORCED || maritalStatus == MaritalStatus.WIDOWED;
            Rows.require(since != null || !ended, "since is missing");
        }
    }
}
