package jp.todoke.local.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of families.csv: the family behind an application, and what is special about it. */
record FamilyPlan(
        int no,
        String story,
        String packageKind,
        Applying applying,
        List<Member> children,
        List<Member> adultChildren,
        @Nullable LocalDate movedIn,
        String account,
        String taxApplicant,
        String taxSpouse,
        String flags) {

    /** Who applies, with whom, and why now. */
    record Applying(@Nullable Member applicant, String occupation, @Nullable Member spouse, String cause) {}

    /** {@code M1990-04-05} with an optional mark: {@code @apart}, {@code @139980}, {@code @unknown}, {@code +} for a 確認書. */
    record Member(boolean male, LocalDate birthDate, String mark) {

        private static final Pattern FORM = Pattern.compile("([MF])(\\d{4}-\\d{2}-\\d{2})(|\\+|@[a-z0-9]+)");

        static @Nullable Member of(String text) {
            return text.isEmpty() ? null : parse(text);
        }

        static Member of(Person person) {
            return new Member(person.male(), person.birthDate(), "");
        }

        static List<Member> list(String text) {
            return Stream.of(text.split(";")).filter(part -> !part.isEmpty()).map(Member::parse).toList();
        }

        private static Member parse(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a person: " + text);
            }
            return new Member("M".equals(matcher.group(1)), LocalDate.parse(matcher.group(2)), matcher.group(3));
        }

        boolean isElsewhere() {
            return mark.startsWith("@");
        }
    }

    static FamilyPlan of(Map<String, String> row) {
        String movedIn = row.get("movedIn");
        return new FamilyPlan(
                Integer.parseInt(row.get("no")),
                row.get("story"),
                row.get("package"),
                new Applying(Member.of(row.get("applicant")), row.get("occupation"), Member.of(row.get("spouse")), row.get("cause")),
                Member.list(row.get("children")),
                Member.list(row.get("adultChildren")),
                movedIn.isEmpty() ? null : LocalDate.parse(movedIn),
                row.get("account"),
                row.get("taxApplicant"),
                row.get("taxSpouse"),
                row.get("flags"));
    }

    /** A family outside of families.csv, whose application is as plain as can be. */
    static FamilyPlan later(Person applicant, Person spouse, List<Person> children) {
        return new FamilyPlan(
                applicant.household(),
                "住民のうち、まだ申請していない夫婦",
                "OK",
                new Applying(Member.of(applicant), "EMPLOYEE", Member.of(spouse), "NONE"),
                children.stream().map(Member::of).toList(),
                List.of(),
                null,
                "PUBLIC:0001-001",
                "",
                "",
                "");
    }

    /** The number of the row whose family this application is about as well: a second package, or the other parent. */
    int familyOf() {
        int colon = packageKind.indexOf(':');
        return colon < 0 ? no : Integer.parseInt(packageKind.substring(colon + 1));
    }

    boolean isUnknownPerson() {
        return "UNKNOWN_PERSON".equals(packageKind);
    }

    boolean isSecondPackage() {
        return packageKind.startsWith("SECOND_OF:");
    }

    boolean isOtherParent() {
        return packageKind.startsWith("OTHER_PARENT_OF:");
    }

    boolean isUnderSupportMeasure() {
        return "SUPPORT".equals(flags);
    }

    boolean isSeparated() {
        return "SEPARATED".equals(flags);
    }
}
