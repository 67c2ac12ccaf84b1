package jp.todoke.local.sample;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.todoke.local.sample.ApplicationForm.Account;
import jp.todoke.local.sample.ApplicationForm.Applicant;
import jp.todoke.local.sample.ApplicationForm.Cause;
import jp.todoke.local.sample.ApplicationForm.Content;
import jp.todoke.local.sample.ApplicationForm.CountedSibling;
import jp.todoke.local.sample.ApplicationForm.Defect;
import jp.todoke.local.sample.ApplicationForm.Member;
import org.jspecify.annotations.Nullable;

/** What the applicant of one row writes down, given the family the row is about. */
final class FormFilling {
    private static final OffsetDateTime FIRST_ARRIVAL = OffsetDateTime.of(2026, 11, 16, 8, 31, 0, 0, ZoneOffset.ofHours(9));

    private static final long OPEN_MINUTES = 480;

    private FormFilling() {}

    static ApplicationForm fill(FamilyPlan row, Family family) {
        return new ApplicationForm(
                row.no(),
                row.story(),
                uketsukeBango(row.no()),
                defect(row.packageKind()),
                row.familyOf() == row.no() ? null : row.familyOf(),
                arrival(row.no()),
                row.isOtherParent() ? ofSpouse(row, family) : ofApplicant(row, family));
    }

    static String uketsukeBango(int no) {
        return "M20261116-%06d".formatted(no);
    }

    static OffsetDateTime arrival(int no) {
        return FIRST_ARRIVAL.plusMinutes(7L * no % OPEN_MINUTES);
    }

    private static Content ofApplicant(FamilyPlan row, Family family) {
        FamilyPlan plan = family.plan();
        Person applicant = family.applicant();
        Member spouse = family.spouse() == null
                ? null
                : new Member(family.spouse().name().written(), family.spouse().birthDate(), !family.isSpouseApart());
        List<Member> children = IntStream.range(0, family.children().size())
                .mapToObj(i -> member(family.children().get(i), !family.isElsewhere(i) && !family.isSpouseApart()))
                .toList();
        return new Content(
                applicant.jpkiSerial(),
                written(applicant, plan.applying().occupation()),
                spouse,
                children,
                counted(family),
                cause(plan.applying().cause()),
                plan.isSeparated(),
                account(row.account(), 100 + row.no(), applicant),
                attachments(row.account()),
                null);
    }

    /** The other parent, with whom the children live, claims for the same children. */
    private static Content ofSpouse(FamilyPlan row, Family family) {
        Person claimant = claimant(row, family);
        return new Content(
                claimant.jpkiSerial(),
                written(claimant, "EMPLOYEE"),
                member(family.applicant(), false),
                family.children().stream().map(child -> member(child, true)).toList(),
                List.of(),
                cause(row.applying().cause()),
                true,
                account(row.account(), 100 + row.no(), claimant),
                attachments(row.account()),
                null);
    }

    /** Who signs the application of this row. */
    static Person claimant(FamilyPlan row, Family family) {
        Person spouse = family.spouse();
        return row.isOtherParent() && spouse != null ? spouse : family.applicant();
    }

    static Defect defect(String packageKind) {
        return switch (packageKind) {
            case "BROKEN_ZIP" -> Defect.BROKEN_ZIP;
            case "MISSING_ITEM" -> Defect.MISSING_ITEM;
            default -> Defect.NONE;
        };
    }

    private static Applicant written(Person person, String occupation) {
        return new Applicant(person.name().written(), person.name().kana(), person.birthDate(), occupation);
    }

    private static Member member(Person person, boolean livesTogether) {
        return new Member(person.name().written(), person.birthDate(), livesTogether);
    }

    private static List<CountedSibling> counted(Family family) {
        var counted = new ArrayList<CountedSibling>();
        for (int i = 0; i < family.adultChildren().size(); i++) {
            if ("+".equals(family.plan().adultChildren().get(i).mark())) {
                Person sibling = family.adultChildren().get(i);
                counted.add(new CountedSibling(sibling.name().written(), sibling.birthDate(), Towns.AS_OF));
            }
        }
        return counted;
    }

    static Cause cause(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? new Cause(text, null) : new Cause(text.substring(0, colon), LocalDate.parse(text.substring(colon + 1)));
    }

    static Account account(String text, int number, Person holder) {
        AccountPlan plan = AccountPlan.of(text);
        return plan.isOwn()
                ? new Account(false, plan.bank(), plan.branch(), "1", "%07d".formatted(number), holder.name().kana())
                : Account.PUBLIC;
    }

    static List<String> attachments(String account) {
        return AccountPlan.of(account).isOwn() ? List.of("attachments/passbook.pdf") : List.of();
    }

    /** {@code PUBLIC:0001-001}, {@code PUBLIC:none}, {@code PUBLIC:0001-001:spouse}, {@code OWN:0005-001}. */
    record AccountPlan(boolean isOwn, @Nullable String bank, @Nullable String branch, String speciality) {
        static AccountPlan of(String text) {
            String[] parts = text.split(":");
            boolean none = "none".equals(parts[1]);
            return new AccountPlan(
                    "OWN".equals(parts[0]),
                    none ? null : parts[1].substring(0, 4),
                    none ? null : parts[1].substring(5),
                    parts.length > 2 ? parts[2] : "");
        }
    }
}
