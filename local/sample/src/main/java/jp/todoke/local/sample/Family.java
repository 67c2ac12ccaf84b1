package jp.todoke.local.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The people of one row of families.csv, named; the register may know all, some or none of them. */
record Family(FamilyPlan plan, Person applicant, @Nullable Person spouse, List<Person> children, List<Person> adultChildren) {

    /** A spouse who lives apart has the household of the application that the spouse makes. */
    static final int APART = 1;

    static Family named(FamilyPlan plan, Names names, SplittableRandom random) {
        return new Naming(plan, names.family(random), names, random).family();
    }

    boolean isSpouseApart() {
        return plan.applying().spouse() != null && plan.applying().spouse().isElsewhere();
    }

    /** Child {@code i} is registered with the parents, or with the one of them who took it along. */
    boolean isElsewhere(int i) {
        return plan.children().get(i).isElsewhere();
    }

    Stream<Person> parents() {
        return Stream.concat(Stream.of(applicant), Stream.ofNullable(spouse));
    }

    private record Naming(FamilyPlan plan, Names.Family name, Names names, SplittableRandom random) {
        Family family() {
            FamilyPlan.Member spouse = plan.applying().spouse();
            boolean apart = spouse != null && spouse.isElsewhere();
            int together = plan.no();
            int others = apart ? plan.no() + APART : together;
            Person applicant = person(Towns.TODOKENO, together, 1, required(plan.applying().applicant()));
            Person partner = spouse == null ? null : person(Towns.TODOKENO, others, apart ? 1 : 2, spouse);
            var children = new ArrayList<Person>();
            for (FamilyPlan.Member child : plan.children()) {
                children.add(
                        child.isElsewhere()
                                ? person(Towns.TONARINO, 9000 + plan.no(), children.size() + 1, child)
                                : person(Towns.TODOKENO, others, 11 + children.size(), child));
            }
            var adults = new ArrayList<Person>();
            for (FamilyPlan.Member adult : plan.adultChildren()) {
                adults.add(person(Towns.TODOKENO, together, 21 + adults.size(), adult));
            }
            return new Family(plan, applicant, partner, children, adults);
        }

        private Person person(Town town, int household, int place, FamilyPlan.Member member) {
            return new Person(town, household, place, member.male(), member.birthDate(),
                    names.person(name, member.male(), member.birthDate(), random));
        }

        private static FamilyPlan.Member required(FamilyPlan.@Nullable Member member) {
            if (member == null) {
                throw new IllegalArgumentException("a family without an applicant");
            }
            return member;
        }
    }
}
