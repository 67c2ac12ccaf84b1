package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.people.Names;
import org.jspecify.annotations.Nullable;

/**
 * 案件の関係者 as the application names them.
 *
 * @param livesTogether 同居; for a spouse, children and supporters
 * @param declaredOn    確認書の申立日; for counted siblings
 * @param atenabango    宛名番号; absent while not matched
 */
record Participant(
        UUID participantId,
        UUID caseId,
        Role role,
        int position,
        String name,
        @Nullable String kana,
        LocalDate birthDate,
        @Nullable Boolean livesTogether,
        @Nullable LocalDate declaredOn,
        @Nullable String atenabango) {

    /** 請求者, 配偶者, 児童, 第三子以降算定額算定対象者, 扶養義務者. */
    enum Role {
        APPLICANT,
        SPOUSE,
        CHILD,
        COUNTED_SIBLING,
        SUPPORTER
    }

    String nameKey() {
        return Names.key(name);
    }

    /** Whether 住基ネット speaks of this person; another one's data are used for nothing. */
    boolean isMeantBy(IdentityProvided found) {
        return Names.key(found.name()).equals(nameKey()) && birthDate.equals(found.birthDate());
    }

    boolean isSaidToLiveTogether() {
        return Boolean.TRUE.equals(livesTogether);
    }

    /** The id that the rules, their trace and the stored input carry instead of a name. */
    String lawId() {
        return atenabango == null ? participantId.toString() : atenabango;
    }

    @Override
    public String toString() {
        return "Participant[" + role + " " + position + "]";
    }
}
