package jp.todoke.local.sample;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import jp.todoke.local.sample.Person.Registration;
import jp.todoke.local.sample.Records.Resident;
import jp.todoke.local.sample.Records.TaxRow;
import org.jspecify.annotations.Nullable;

/** 住民記録 and 個人住民税 of one municipality, household by household. */
final class Register {
    private final Town town;
    private final Names names;
    private final Towns towns;
    final List<Person> people = new ArrayList<>();
    final List<Resident> residents = new ArrayList<>();
    final List<TaxRow> taxes = new ArrayList<>();

    Register(Town town, Names names, Towns towns) {
        this.town = town;
        this.names = names;
        this.towns = towns;
    }

    /** The family of an application, as the register knows it. */
    void enter(Family family, SplittableRandom random) {
        FamilyPlan plan = family.plan();
        String address = towns.address(town, random);
        String spouseAddress = family.isSpouseApart() ? towns.address(town, random) : address;
        boolean support = plan.isUnderSupportMeasure();
        boolean applicantMoved = plan.taxApplicant().startsWith(town.neighbour());
        boolean spouseMoved = plan.taxSpouse().startsWith(town.neighbour());
        LocalDate longSince = since(random);
        LocalDate moved = plan.movedIn() == null ? longSince : plan.movedIn();
        String father = father(family);
        String mother = mother(family);
        LocalDate applicantSince = applicantMoved ? moved : longSince;
        add(family.applicant(), new Registration("HEAD", address, applicantSince, applicantMoved, support), "", "");
        tax(family.applicant(), plan.taxApplicant(), TaxDetail.Dependants.of(children(family)), random);
        Person spouse = family.spouse();
        LocalDate childrenSince = applicantSince;
        boolean childrenMoved = applicantMoved;
        if (spouse != null) {
            childrenSince = spouseMoved ? moved : longSince;
            childrenMoved = applicantMoved && spouseMoved;
            String standing = family.isSpouseApart() ? "HEAD" : "SPOUSE";
            add(spouse, new Registration(standing, spouseAddress, childrenSince, spouseMoved, support), "", "");
            tax(spouse, plan.taxSpouse(), TaxDetail.Dependants.NONE, random);
        }
        for (int i = 0; i < family.children().size(); i++) {
            if (!family.isElsewhere(i)) {
                Person child = family.children().get(i);
                boolean bornHere = child.birthDate().isAfter(childrenSince);
                LocalDate since = bornHere ? child.birthDate() : childrenSince;
                add(child, new Registration("CHILD", spouseAddress, since, childrenMoved && !bornHere, support), father, mother);
            }
        }
        for (Person adult : family.adultChildren()) {
            add(adult, new Registration("CHILD", address, later(adult.birthDate(), longSince), false, support), father, mother);
            tax(adult, "own:0", TaxDetail.Dependants.NONE, random);
        }
    }

    /** The household of a claim for 児童扶養手当: the parent, the children, and the relatives who live with them. */
    void enter(ChildRearingFamily family, SplittableRandom random) {
        ChildRearingPlan plan = family.plan();
        Person claimant = family.claimant();
        String address = towns.address(town, random);
        LocalDate longSince = since(random);
        LocalDate movedIn = plan.movedIn();
        LocalDate since = later(claimant.birthDate(), movedIn == null ? longSince : movedIn);
        boolean support = plan.underSupportMeasure();
        add(claimant, new Registration("HEAD", address, since, movedIn != null, support), "", "");
        tax(claimant, TaxPlan.of(plan.tax()), TaxDetail.Dependants.NONE);
        String father = claimant.male() ? claimant.atenabango() : "";
        String mother = claimant.male() ? "" : claimant.atenabango();
        for (Person child : family.children()) {
            boolean bornHere = child.birthDate().isAfter(since);
            LocalDate childSince = bornHere ? child.birthDate() : since;
            add(child, new Registration("CHILD", address, childSince, movedIn != null && !bornHere, support), father, mother);
        }
        for (int i = 0; i < family.supporters().size(); i++) {
            Person supporter = family.supporters().get(i);
            add(supporter, new Registration("OTHER", address, longSince, false, support), "", "");
            tax(supporter, TaxPlan.of("own:" + plan.supporters().get(i).incomeYen() + "/0"), TaxDetail.Dependants.NONE);
        }
    }

    /** A household of nobody among the sixty; with children and both parents it comes back as a family that might apply later. */
    @Nullable
    Family enterOther(int household, SplittableRandom random) {
        String address = towns.address(town, random);
        Names.Family family = names.family(random);
        LocalDate since = since(random);
        int kind = random.nextInt(10);
        boolean old = kind >= 6;
        Person head = person(household, 1, random.nextInt(3) > 0, born(random, old ? 66 : 27, old ? 90 : 52), family, random);
        add(head, new Registration("HEAD", address, later(head.birthDate(), since), false, false), "", "");
        String headIncome = income(random, old);
        if (kind < 3 || kind > 8) {
            tax(head, TaxPlan.of(headIncome), TaxDetail.Dependants.NONE);
            return null;
        }
        Person spouse = person(household, 2, !head.male(), head.birthDate().plusDays(random.nextInt(2400) - 1200), family, random);
        add(spouse, new Registration("SPOUSE", address, later(spouse.birthDate(), since), false, false), "", "");
        boolean declared = random.nextInt(20) != 0;
        String spouseIncome = declared ? income(random, true) : "own:undeclared";
        var children = new ArrayList<Person>();
        int count = old ? 0 : 1 + random.nextInt(3);
        int oldest = Math.max(2, Math.min(16, Period.between(head.birthDate(), Towns.AS_OF).getYears() - 24));
        for (int i = 0; i < count; i++) {
            Person child = person(household, 11 + i, random.nextBoolean(), born(random, 1, oldest), family, random);
            String father = (head.male() ? head : spouse).atenabango();
            String mother = (head.male() ? spouse : head).atenabango();
            add(child, new Registration("CHILD", address, later(child.birthDate(), since), false, false), father, mother);
            children.add(child);
        }
        tax(head, TaxPlan.of(headIncome), TaxDetail.Dependants.of(children));
        tax(spouse, TaxPlan.of(spouseIncome), TaxDetail.Dependants.NONE);
        return declared && count > 0 ? new Family(FamilyPlan.later(head, spouse, children), head, spouse, children, List.of()) : null;
    }

    /** A child who lives here without its parents, in a dormitory. */
    Resident enterBoarder(Person child, SplittableRandom random) {
        String address = towns.address(town, random);
        return add(child, new Registration("HEAD", address, LocalDate.of(2026, 4, 1), false, false), "", "");
    }

    private Resident add(Person person, Registration entry, String father, String mother) {
        Resident resident = person.register(entry, father, mother);
        people.add(person);
        residents.add(resident);
        return resident;
    }

    private Person person(int household, int place, boolean male, LocalDate born, Names.Family family, SplittableRandom random) {
        return new Person(town, household, place, male, born, names.person(family, male, born, random));
    }

    /** {@code own:4210000}, {@code own:undeclared}, another municipality's tax, or nothing said. */
    private void tax(Person person, String plan, TaxDetail.Dependants dependants, SplittableRandom random) {
        tax(person, TaxPlan.of(plan.isEmpty() ? "own:" + (1_200_000 + random.nextInt(240) * 10_000) : plan), dependants);
    }

    private void tax(Person person, TaxPlan plan, TaxDetail.Dependants dependants) {
        if (plan.isOwn()) {
            TaxDetail detail = plan.declared() ? plan.detail(person, dependants) : null;
            taxes.add(new TaxRow(person.atenabango(), plan.declared(), plan.yen(), detail));
        }
    }

    private static List<Person> children(Family family) {
        return Stream.concat(family.children().stream(), family.adultChildren().stream()).toList();
    }

    private static String income(SplittableRandom random, boolean small) {
        return "own:" + (small ? random.nextInt(180) : 150 + random.nextInt(600)) * 10_000L;
    }

    private static LocalDate since(SplittableRandom random) {
        return LocalDate.of(2004, 4, 1).plusDays(random.nextInt(7300));
    }

    private static LocalDate born(SplittableRandom random, int fromAge, int toAge) {
        return Towns.AS_OF.minusYears(fromAge).minusDays(random.nextInt((toAge - fromAge) * 365));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String father(Family family) {
        return family.parents().filter(Person::male).map(Person::atenabango).findFirst().orElse("");
    }

    private static String mother(Family family) {
        return family.parents().filter(parent -> !parent.male()).map(Person::atenabango).findFirst().orElse("");
    }
}
