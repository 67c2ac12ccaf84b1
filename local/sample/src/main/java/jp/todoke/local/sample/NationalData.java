package jp.todoke.local.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import jp.todoke.local.sample.FormFilling.AccountPlan;
import jp.todoke.local.sample.Records.JukiEntry;
import jp.todoke.local.sample.Records.NationalAccount;
import jp.todoke.local.sample.Records.NationalFamilyRegister;
import jp.todoke.local.sample.Records.NationalPension;
import jp.todoke.local.sample.Records.NationalPerson;
import jp.todoke.local.sample.Records.NationalTax;
import jp.todoke.local.sample.Records.Pension;
import org.jspecify.annotations.Nullable;

/** What the national doubles know about the people of the sample. */
final class NationalData {
    private static final String NO_COPY = "NO_COPY";
    private static final String CHILD = "child:";
    private final List<NationalPerson> persons = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final List<NationalTax> taxes = new ArrayList<>();
    private final List<NationalAccount> accounts = new ArrayList<>();
    private final List<NationalFamilyRegister> familyRegisters = new ArrayList<>();
    private final List<NationalPension> pensions = new ArrayList<>();
    private final OtherBodies otherBodies = new OtherBodies();

    /** What further bodies know: 医療保険, 児童手当 and 住民票 of other municipalities. */
    OtherBodies otherBodies() {
        return otherBodies;
    }

    /** A person with a 符号; said twice is known once. */
    void known(Person person, @Nullable JukiEntry juki) {
        known(person.town().code(), person.atenabango(), person, juki);
    }

    /** Who does not live in the town whose 宛名番号 it is. */
    void knownOutside(Town town, Person person, JukiEntry juki) {
        known(town.code(), person.outsideNumber(), person, juki);
    }

    private void known(String municipality, String number, Person person, @Nullable JukiEntry juki) {
        if (numbers.add(number)) {
            persons.add(new NationalPerson(municipality, number, person.kojinbango(), juki));
        }
    }

    /** The 副本 of the other municipality, if the cell names one. */
    void tax(Person person, TaxPlan plan, TaxDetail.@Nullable Dependants dependants) {
        Long income = plan.yen();
        if (plan.isOwn() || income == null) {
            return;
        }
        long levy = Math.max(0, income - 430_000) / 1_000 * 60;
        taxes.add(new NationalTax(person.town().code(), person.atenabango(), plan.place(), Integer.toString(Towns.TAX_YEAR), true, income,
                levy, dependants == null ? null : plan.detail(person, dependants)));
    }

    /** 公金受取口座, if the cell names one. */
    void account(AccountPlan plan, Person claimant, Person holder, int number, SplittableRandom random) {
        String bank = plan.bank();
        String branch = plan.branch();
        if (plan.isOwn() || bank == null || branch == null) {
            return;
        }
        String answersAbout = "another-person".equals(plan.speciality()) ? "%015d".formatted(6_101) : null;
        accounts.add(new NationalAccount(claimant.town().code(), claimant.atenabango(), bank, branch, "1", "%07d".formatted(number),
                holder.name().kana(), LocalDate.of(2022, 4, 1).plusDays(random.nextInt(1400)), answersAbout));
    }

    /** {@code MARRIED:2017-05-05}, {@code NO_COPY}, or as the application says. */
    void familyRegister(ChildRearingFamily family) {
        ChildRearingPlan plan = family.plan();
        String told = plan.elsewhere().familyRegister();
        String code = family.claimant().town().code();
        String number = family.claimant().atenabango();
        if (NO_COPY.equals(told)) {
            familyRegisters.add(new NationalFamilyRegister(code, number, NO_COPY, null, null, null));
            return;
        }
        List<LocalDate> births = family.children().stream().map(Person::birthDate).toList();
        String status = told.isEmpty() ? standing(plan.claim().ground()) : told.substring(0, told.indexOf(':'));
        LocalDate since = told.isEmpty() ? plan.claim().groundOn() : LocalDate.parse(told.substring(told.indexOf(':') + 1));
        familyRegisters.add(new NationalFamilyRegister(code, number, null, status, "NEVER_MARRIED".equals(status) ? null : since, births));
    }

    private static String standing(String ground) {
        return Map.of("DIVORCE", "DIVORCED", "DEATH", "WIDOWED", "UNMARRIED", "NEVER_MARRIED").getOrDefault(ground, "");
    }

    /** {@code DISABILITY_BASIC:2026-04-01:1091100:243800} (last the addition for the child), {@code child:} before it, {@code NO_COPY}, or none. */
    void pension(ChildRearingFamily family) {
        String told = family.plan().elsewhere().pension();
        boolean ofChild = told.startsWith(CHILD);
        Person receiver = ofChild ? family.children().getFirst() : family.claimant();
        String code = receiver.town().code();
        if (NO_COPY.equals(told)) {
            pensions.add(new NationalPension(code, receiver.atenabango(), NO_COPY, null));
        } else if (!told.isEmpty()) {
            String[] parts = told.substring(ofChild ? CHILD.length() : 0).split(":");
            List<Long> additions = parts.length > 3 ? List.of(Long.valueOf(parts[3])) : List.of();
            var one = new Pension(parts[0], LocalDate.parse(parts[1]), Long.parseLong(parts[2]), additions);
            pensions.add(new NationalPension(code, receiver.atenabango(), null, List.of(one)));
        }
    }

    Map<String, String> files() {
        var files = new LinkedHashMap<>(otherBodies.files());
        files.putAll(Map.of("persons.json", JsonText.array(persons), "tax.json", JsonText.array(taxes), "accounts.json",
                JsonText.array(accounts),
                "family-registers.json", JsonText.array(familyRegisters), "pensions.json", JsonText.array(pensions)));
        return files;
    }
}
