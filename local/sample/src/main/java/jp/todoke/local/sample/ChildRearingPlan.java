package jp.todoke.local.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of child-rearing-families.csv: the family behind an application for 児童扶養手当, and what is special about it. */
record ChildRearingPlan(
        int no,
        String story,
        String packageKind,
        Claim claim,
        List<FamilyPlan.Member> children,
        List<SupporterPlan> supporters,
        @Nullable LocalDate movedIn,
        String account,
        String tax,
        Elsewhere elsewhere,
        boolean underSupportMeasure) {

    private static final String FAMILY_OF = "FAMILY_OF:";

    /** What the claimant writes down beside the people. */
    record Claim(
            String relation,
            FamilyPlan.@Nullable Member claimant,
            String ground,
            LocalDate groundOn,
            long childSupportYen,
            boolean publicPension,
            String cause) {}

    /** {@code M1963-08-12/PARENT/2540000}: who, what to the claimant, and the income. */
    record SupporterPlan(FamilyPlan.Member member, String relationship, long incomeYen) {
        private static SupporterPlan of(String text) {
            String[] parts = text.split("/");
            FamilyPlan.Member member = FamilyPlan.Member.list(parts[0]).getFirst();
            return new SupporterPlan(member, parts[1], Long.parseLong(parts[2]));
        }
    }

    /** What 法務省 and 日本年金機構 answer; empty: as the application says, and no pension. */
    record Elsewhere(String familyRegister, String pension) {}

    static ChildRearingPlan of(Map<String, String> row) {
        String[] ground = cell(row, "ground").split(":");
        String movedIn = cell(row, "movedIn");
        return new ChildRearingPlan(
                Integer.parseInt(cell(row, "no")),
                cell(row, "story"),
                cell(row, "package"),
                new Claim(cell(row, "relation"), FamilyPlan.Member.of(cell(row, "claimant")), ground[0], LocalDate.parse(ground[1]),
                        Long.parseLong(cell(row, "childSupport")), Boolean.parseBoolean(cell(row, "publicPension")), cell(row, "cause")),
                FamilyPlan.Member.list(cell(row, "children")),
                Stream.of(cell(row, "supporters").split(";")).filter(part -> !part.isEmpty()).map(SupporterPlan::of).toList(),
                movedIn.isEmpty() ? null : LocalDate.parse(movedIn),
                cell(row, "account"),
                cell(row, "tax"),
                new Elsewhere(cell(row, "register"), cell(row, "pension")),
                "SUPPORT".equals(cell(row, "flags")));
    }

    /** The number of the row of families.csv whose family this is; 0 for one of its own. */
    int familyOf() {
        return packageKind.startsWith(FAMILY_OF) ? Integer.parseInt(packageKind.substring(FAMILY_OF.length())) : 0;
    }

    private static String cell(Map<String, String> row, String column) {
        String text = row.get(column);
        if (text == null) {
            throw new IllegalArgumentException("no column " + column);
        }
        return text;
    }
}
