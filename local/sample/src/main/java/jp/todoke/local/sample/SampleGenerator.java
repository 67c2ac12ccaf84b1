package jp.todoke.local.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import jp.todoke.local.sample.FormFilling.AccountPlan;
import jp.todoke.local.sample.Records.JukiEntry;
import jp.todoke.local.sample.Records.Resident;

/**
 * Makes the committed files from families.csv and child-rearing-families.csv: each household draws from its own seed, so that a changed row changes that family only.
 * Run with the resource directory {@code sample} as argument to write the files anew.
 */
public final class SampleGenerator {
    private static final long SEED = 20_261_116L;
    private static final String MOVED_IN = "MOVED_IN:";
    private static final int HOUSEHOLDS = 200;
    private static final int FIRST_OTHER_HOUSEHOLD = 61;
    private static final int NEIGHBOUR_HOUSEHOLDS = 4;

    private final List<FamilyPlan> plans;
    private final List<ChildRearingPlan> childRearingPlans;
    private final Names names = new Names();
    private final Towns towns = new Towns();
    private final Register own = new Register(Towns.TODOKENO, names, towns);
    private final Register neighbour = new Register(Towns.TONARINO, names, towns);
    private final NationalData national = new NationalData();
    private final Map<String, String> occupations = new HashMap<>();
    private final List<ApplicationForm> childRearing = new ArrayList<>();
    private final List<ApplicationForm> applications = new ArrayList<>();
    private final List<ApplicationForm> further = new ArrayList<>();

    private SampleGenerator(List<FamilyPlan> plans, List<ChildRearingPlan> childRearingPlans) {
        this.plans = plans;
        this.childRearingPlans = childRearingPlans;
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        for (Map.Entry<String, String> file : files().entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** Path below {@code sample/} → content. */
    static Map<String, String> files() {
        return new SampleGenerator(rows("139998/families.csv").map(FamilyPlan::of).toList(),
                rows("139998/child-rearing-families.csv").map(ChildRearingPlan::of).toList()).generate();
    }

    private static Stream<Map<String, String>> rows(String table) {
        return CsvTable.read(Sample.text(table)).stream();
    }

    private Map<String, String> generate() {
        var families = new HashMap<Integer, Family>();
        for (FamilyPlan plan : plans) {
            if (plan.familyOf() == plan.no()) {
                families.put(plan.no(), family(plan));
            }
        }
        for (FamilyPlan plan : plans) {
            Family family = families.get(plan.familyOf());
            applications.add(FormFilling.fill(plan, family));
            if (!plan.isSecondPackage()) {
                account(plan, FormFilling.claimant(plan, family), family);
            }
        }
        for (int household = FIRST_OTHER_HOUSEHOLD; households() < HOUSEHOLDS; household++) {
            Family family = own.enterOther(household, random(household));
            if (family != null) {
                further.add(FormFilling.fill(family.plan(), family));
                national.known(family.applicant(), null);
                account(family.plan(), family.applicant(), family);
            }
        }
        for (int household = 1; household <= NEIGHBOUR_HOUSEHOLDS; household++) {
            neighbour.enterOther(household, random(1000 + household));
        }
        childRearingPlans.forEach(plan -> childRearing(plan, families));
        families.values().forEach(family -> occupations.put(family.applicant().atenabango(), family.plan().applying().occupation()));
        for (Person person : own.people) {
            national.known(person, null);
            national.otherBodies().insured(person, occupations.getOrDefault(person.atenabango(), ""));
        }
        return write();
    }

    private Family family(FamilyPlan plan) {
        SplittableRandom random = random(plan.no());
        Family family = Family.named(plan, names, random);
        if (plan.isUnknownPerson()) {
            return family;
        }
        own.enter(family, random);
        national.known(family.applicant(), null);
        elsewhere(family.applicant(), plan.taxApplicant());
        if (family.spouse() != null) {
            national.known(family.spouse(), null);
            elsewhere(family.spouse(), plan.taxSpouse());
        }
        if (plan.applying().cause().startsWith(MOVED_IN)) {
            LocalDate leavingOn = LocalDate.parse(plan.applying().cause().substring(MOVED_IN.length()));
            national.otherBodies().paidBefore(family.applicant(), family.children(), leavingOn);
        }
        for (int i = 0; i < family.children().size(); i++) {
            if (plan.children().get(i).mark().equals("@" + Towns.TONARINO.code())) {
                boarder(family.children().get(i), random);
            }
        }
        return family;
    }

    private void boarder(Person child, SplittableRandom random) {
        Resident resident = neighbour.enterBoarder(child, random);
        var entry = new JukiEntry(
                resident.name(),
                resident.kana(),
                resident.birthDate(),
                resident.sex(),
                child.town().code(),
                resident.address(),
                resident.residentSince(),
                "ALIVE");
        national.known(child, entry);
        national.knownOutside(Towns.TODOKENO, child, entry);
        national.otherBodies().registeredElsewhere(Towns.TODOKENO, child, resident);
    }

    private void elsewhere(Person person, String plan) {
        if (!plan.isEmpty()) {
            national.tax(person, TaxPlan.of(plan), null);
        }
    }

    private void account(FamilyPlan row, Person claimant, Family family) {
        AccountPlan plan = AccountPlan.of(row.account());
        Person spouse = family.spouse();
        Person holder = "spouse".equals(plan.speciality()) && spouse != null ? spouse : claimant;
        int number = row.no() < FIRST_OTHER_HOUSEHOLD ? row.no() : 300 + row.no();
        national.account(plan, claimant, holder, number, random(row.no()));
    }

    /** A claim for 児童扶養手当, of a household of its own or of a family that claims 児童手当 as well. */
    private void childRearing(ChildRearingPlan plan, Map<Integer, Family> families) {
        SplittableRandom random = random(plan.no());
        Family other = families.get(plan.familyOf());
        ChildRearingFamily family = other == null
                ? ChildRearingFamily.named(plan, names, random)
                : ChildRearingFamily.of(plan, other);
        if (other == null) {
            own.enter(family, random);
            national.account(AccountPlan.of(plan.account()), family.claimant(), family.claimant(), 400 + plan.no(), random(plan.no()));
            national.tax(family.claimant(), TaxPlan.of(plan.tax()), TaxDetail.Dependants.NONE);
        }
        Stream.of(Stream.of(family.claimant()), family.children().stream(), family.supporters().stream()).flatMap(people -> people)
                .forEach(person -> national.known(person, null));
        national.familyRegister(family);
        national.pension(family);
        childRearing.add(ChildRearingFilling.fill(family));
    }

    private long households() {
        return own.residents.stream().map(Resident::householdNumber).distinct().count();
    }

    private static SplittableRandom random(int household) {
        return new SplittableRandom(SEED * 1_000 + household);
    }

    private Map<String, String> write() {
        String residentsHead = "\"asOf\": \"" + Towns.AS_OF + "\"";
        String taxHead = "\"year\": " + Towns.TAX_YEAR;
        var files = new LinkedHashMap<String, String>();
        files.put("139998/residents.json", JsonText.feed(residentsHead, "residents", own.residents));
        files.put("139998/taxes-2026.json", JsonText.feed(taxHead, "rows", own.taxes));
        files.put("139998/applications.json", JsonText.array(applications));
        files.put("139998/further-applications.json", JsonText.array(further));
        files.put("139998/child-rearing-applications.json", JsonText.array(childRearing));
        national.files().forEach((name, content) -> files.put("139998/doubles/" + name, content));
        files.put("139980/residents.json", JsonText.feed(residentsHead, "residents", neighbour.residents));
        files.put("139980/taxes-2026.json", JsonText.feed(taxHead, "rows", neighbour.taxes));
        return files;
    }
}
