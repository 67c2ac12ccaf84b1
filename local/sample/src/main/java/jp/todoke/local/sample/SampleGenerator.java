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
import jp.todoke.local.sample.FormFilling.AccountPlan;
import jp.todoke.local.sample.Records.JukiEntry;
import jp.todoke.local.sample.Records.NationalAccount;
import jp.todoke.local.sample.Records.NationalPerson;
import jp.todoke.local.sample.Records.NationalTax;
import jp.todoke.local.sample.Records.Resident;

/**
 * Makes the committed files from families.csv: each household draws from its own seed, so that a changed row changes that family only.
 * Run with the resource directory {@code sample} as argument to write the files anew.
 */
public final class SampleGenerator {
    private static final long SEED = 20_261_116L;
    private static final int HOUSEHOLDS = 200;
    private static final int FIRST_OTHER_HOUSEHOLD = 61;
    private static final int NEIGHBOUR_HOUSEHOLDS = 4;

    private final List<FamilyPlan> plans;
    private final Names names = new Names();
    private final Towns towns = new Towns();
    private final Register own = new Register(Towns.TODOKENO, names, towns);
    private final Register neighbour = new Register(Towns.TONARINO, names, towns);
    private final List<NationalPerson> persons = new ArrayList<>();
    private final List<NationalTax> taxes = new ArrayList<>();
    private final List<NationalAccount> accounts = new ArrayList<>();
    private final List<ApplicationForm> applications = new ArrayList<>();
    private final List<ApplicationForm> further = new ArrayList<>();

    private SampleGenerator(List<FamilyPlan> plans) {
        this.plans = plans;
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
        return new SampleGenerator(CsvTable.read(Sample.text("139998/families.csv")).stream().map(FamilyPlan::of).toList()).generate();
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
                known(family.applicant());
                account(family.plan(), family.applicant(), family);
            }
        }
        for (int household = 1; household <= NEIGHBOUR_HOUSEHOLDS; household++) {
            neighbour.enterOther(household, random(1000 + household));
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
        known(family.applicant());
        elsewhere(family.applicant(), plan.taxApplicant());
        if (family.spouse() != null) {
            known(family.spouse());
            elsewhere(family.spouse(), plan.taxSpouse());
        }
        for (int i = 0; i < family.children().size(); i++) {
            if (plan.children().get(i).mark().equals("@" + Towns.TONARINO.code())) {
                boarder(family.children().get(i), random);
            }
        }
        return family;
    }

    private void known(Person person) {
        persons.add(new NationalPerson(person.town().code(), person.atenabango(), person.kojinbango(), null));
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
        persons.add(new NationalPerson(child.town().code(), child.atenabango(), child.kojinbango(), entry));
    }

    private void elsewhere(Person person, String plan) {
        String provider = person.town().neighbour();
        if (plan.startsWith(provider + ":") && !plan.endsWith(":none")) {
            long income = Long.parseLong(plan.substring(provider.length() + 1));
            long levy = Math.max(0, income - 430_000) / 1_000 * 60;
            String year = Integer.toString(Towns.TAX_YEAR);
            taxes.add(new NationalTax(person.town().code(), person.atenabango(), provider, year, true, income, levy));
        }
    }

    private void account(FamilyPlan row, Person claimant, Family family) {
        AccountPlan plan = AccountPlan.of(row.account());
        String bank = plan.bank();
        String branch = plan.branch();
        Person spouse = family.spouse();
        if (plan.isOwn() || bank == null || branch == null) {
            return;
        }
        Person holder = "spouse".equals(plan.speciality()) && spouse != null ? spouse : claimant;
        String answersAbout = "another-person".equals(plan.speciality()) ? "%015d".formatted(6_101) : null;
        accounts.add(
                new NationalAccount(
                        claimant.town().code(),
                        claimant.atenabango(),
                        bank,
                        branch,
                        "1",
                        "%07d".formatted(row.no() < FIRST_OTHER_HOUSEHOLD ? row.no() : 300 + row.no()),
                        holder.name().kana(),
                        LocalDate.of(2022, 4, 1).plusDays(random(row.no()).nextInt(1400)),
                        answersAbout));
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
        files.put("139998/doubles/persons.json", JsonText.array(persons));
        files.put("139998/doubles/tax.json", JsonText.array(taxes));
        files.put("139998/doubles/accounts.json", JsonText.array(accounts));
        files.put("139980/residents.json", JsonText.feed(residentsHead, "residents", neighbour.residents));
        files.put("139980/taxes-2026.json", JsonText.feed(taxHead, "rows", neighbour.taxes));
        return files;
    }
}
