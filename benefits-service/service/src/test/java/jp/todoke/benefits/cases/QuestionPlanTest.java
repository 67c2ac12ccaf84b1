package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.cases.QuestionPlan.Claim;
import jp.todoke.benefits.cases.QuestionPlan.Member;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import jp.todoke.benefits.cases.QuestionPlan.Situation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class QuestionPlanTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvFileSource(resources = "/cases/question-plan.scenarios.csv", numLinesToSkip = 1)
    void asksWhatTheCaseNeeds(String id, String sentence, String flags, String members, String asks, String actionPoints) {
        Set<String> said = flags == null ? Set.of() : Set.of(flags.split(" "));
        List<Member> all = members(members);

        Plan plan = new ChildAllowanceCase(ChildAllowanceEntitlement.load()).plan(new Situation(
                "139998", 2026,
                new Claim(!said.contains("unmatched"), said.contains("publicServant"), said.contains("separation"),
                        said.contains("publicAccount"), all.stream().anyMatch(one -> one.role() == Participant.Role.SPOUSE),
                        said.contains("parentLeftOut"), false, former(said)),
                said.contains("duplicate"), said.contains("competing"), said.contains("withheld"), all));

        assertThat(plan.asks().stream().map(ask -> text(ask, all)).collect(Collectors.joining("; "))).isEqualTo(Objects.toString(asks, ""));
        assertThat(plan.actionPoints().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(Objects.toString(actionPoints, ""));
    }

    /** "from:139980", or "from:-" where the register does not say it. */
    private static QuestionPlan.Former former(Set<String> said) {
        return said.stream().filter(flag -> flag.startsWith("from:")).map(flag -> flag.substring(5))
                .map(from -> new QuestionPlan.Former(true, from.equals("-") ? null : from)).findFirst().orElse(QuestionPlan.Former.NONE);
    }

    /** Claims of 2026-11-16: three is attained on the day before the birthday, and the school year of 18 ends on 31 March. */
    @ParameterizedTest(name = "born on {0}: {1}")
    @CsvSource({"2023-11-01, ANY", "2023-11-02, UNDER_THREE", "2026-11-05, UNDER_THREE", "2008-04-02, ANY", "2008-04-01, PAST_SCHOOL_AGE",
            "2006-11-18, PAST_SCHOOL_AGE", "2006-11-17, ANY"})
    void knowsTheAgesAtWhichMoreIsAsked(LocalDate birth, QuestionPlan.Age age) {
        assertThat(QuestionPlan.Age.of(birth, LocalDate.of(2026, 11, 16))).isEqualTo(age);
    }

    private static List<Member> members(String text) {
        List<Member> members = new ArrayList<>();
        for (String one : text.split(" ")) {
            String[] parts = one.split(":");
            Participant.Role role = switch (parts[0]) {
                case "A" -> Participant.Role.APPLICANT;
                case "S" -> Participant.Role.SPOUSE;
                default -> Participant.Role.CHILD;
            };
            boolean registered = parts[1].equals("here") || parts[1].equals("apart");
            boolean together = parts[1].equals("here") || parts[1].equals("missing");
            members.add(new Member(members.size(), role, registered, together, parts.length < 3 || parts[2].equals("-") ? null : parts[2],
                    parts[0].equals("B") ? QuestionPlan.Age.UNDER_THREE : QuestionPlan.Age.ANY));
        }
        return members;
    }

    private static String text(Ask ask, List<Member> members) {
        String who = members.get(ask.index()).role().name().substring(0, 1);
        return Stream.of(who, ask.kind(), ask.channel(), ask.provider(), ask.taxYear()).filter(Objects::nonNull).map(String::valueOf)
                .collect(Collectors.joining(" "));
    }
}
