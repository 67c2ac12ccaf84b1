package jp.todoke.local.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one citizen filled in and sent; {@code defect} says what is wrong with the package, if anything. */
public record ApplicationForm(
        int no,
        String story,
        String uketsukeBango,
        Defect defect,
        @Nullable Integer after,
        OffsetDateTime arrivedAt,
        Content content) {
    /** What is wrong with the package as it arrives. */
    public enum Defect {
        NONE,
        BROKEN_ZIP,
        MISSING_ITEM
    }

    /** Elements of application.xml, the serial of the certificate that signed it, and the names of the papers attached. */
    public record Content(
            String jpkiSerial,
            Applicant applicant,
            @Nullable Member spouse,
            List<Member> children,
            List<CountedSibling> countedSiblings,
            Cause cause,
            boolean separation,
            Account account,
            List<String> attachments,
            @Nullable ChildRearing childRearing) {}

    /** {@code occupation} is absent in a form of 児童扶養手当. */
    public record Applicant(String name, String kana, LocalDate birthDate, @Nullable String occupation) {}

    /** What only the form of 児童扶養手当 asks. */
    public record ChildRearing(
            String relation,
            String ground,
            LocalDate groundOn,
            long childSupportYen,
            boolean publicPension,
            List<Supporter> supporters) {}

    /** 扶養義務者. */
    public record Supporter(String name, LocalDate birthDate, String relationship) {}

    public record Member(String name, LocalDate birthDate, boolean livesTogether) {}

    public record CountedSibling(String name, LocalDate birthDate, LocalDate declaredOn) {}

    public record Cause(String kind, @Nullable LocalDate on) {}

    /** 公金受取口座, or an account of one's own. */
    public record Account(
            boolean usePublicAccount,
            @Nullable String bankCode,
            @Nullable String branchCode,
            @Nullable String type,
            @Nullable String number,
            @Nullable String holderKana) {
        static final Account PUBLIC = new Account(true, null, null, null, null, null);
    }

    /** 手続, as the manifest names it. */
    public String procedure() {
        return content.childRearing() == null ? "CHILD_ALLOWANCE_NEW" : "CHILD_REARING_ALLOWANCE_NEW";
    }

    /** Whether this package becomes a case; the others are refused at the door. */
    public boolean becomesCase() {
        return defect == Defect.NONE;
    }
}
