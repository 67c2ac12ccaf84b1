package jp.todoke.local.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The people of one row of child-rearing-families.csv, named; one household. */
record ChildRearingFamily(ChildRearingPlan plan, Person claimant, List<Person> children, List<Person> supporters) {

    static ChildRearingFamily named(ChildRearingPlan plan, Names names, SplittableRandom random) {
        FamilyPlan.Member claimant = plan.claim().claimant();
        if (claimant == null) {
            throw new IllegalArgumentException("a family without a claimant");
        }
        var naming = new Naming(plan.no(), names, names.family(random), random);
        Person parent = naming.person(1, claimant);
        var children = new ArrayList<Person>();
        for (FamilyPlan.Member child : plan.children()) {
            children.add(naming.person(11 + children.size(), child));
        }
        var supporters = new ArrayList<Person>();
        for (ChildRearingPlan.SupporterPlan supporter : plan.supporters()) {
            supporters.add(naming.person(31 + supporters.size(), supporter.member()));
        }
        return new ChildRearingFamily(plan, parent, children, supporters);
    }

    /** The family of an application for 児童手当, whose parent claims both. */
    static ChildRearingFamily of(ChildRearingPlan plan, Family family) {
        return new ChildRearingFamily(plan, family.applicant(), family.children(), List.of());
    }

    private record Naming(int household, Names names, Names.Family family, SplittableRandom random) {
        Person person(int place, FamilyPlan.Member member) {
            return new Person(Towns.TODOKENO, household, place, member.male(), member.birthDate(),
                    names.person(family, member.male(), member.birthDate(), random));
        }
    }
}
