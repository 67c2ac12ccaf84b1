package jp.todoke.benefits.simulations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.api.simulations.model.SimulatedCause;
import jp.todoke.api.simulations.model.SimulatedClaim;
import jp.todoke.api.simulations.model.SimulatedClaimKind;
import jp.todoke.api.simulations.model.SimulatedEnding;
import jp.todoke.api.simulations.model.SimulatedIncome;
import jp.todoke.api.simulations.model.SimulatedPeriod;
import jp.todoke.benefits.calendar.Holidays;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.CauseKind;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/** What the neutral form says alike for every programme, in the terms of the law. */
final class NeutralForm {
    /** Who supplied a fact of a simulation. */
    static final String SENDER = "試算の入力";
    static final Fact<Boolean> SAID = Fact.known(true, SENDER);
    static final Fact<Boolean> DENIED = Fact.known(false, SENDER);

    private static final OfficeCalendar NATIONAL_HOLIDAYS = OfficeCalendar.ofNationalHolidays(Holidays.published().days());

    private NeutralForm() {}

    /** @param known ids that the facts have; a person who is not claimed for may be named, but is no child of the claim */
    static List<Claim> claims(List<SimulatedClaim> claims, Set<String> known) {
        List<Claim> read = new ArrayList<>(claims.size());
        Set<String> taken = new HashSet<>();
        claims.forEach(claim -> {
            if (claim.getId() != null) {
                taken.add(claim.getId());
            }
        });
        for (int i = 0; i < claims.size(); i++) {
            SimulatedClaim claim = claims.get(i);
            String id = claim.getId() == null ? unused("claim-" + (i + 1), taken) : claim.getId();
            ClaimKind kind = claim.getKind() == SimulatedClaimKind.NEW ? ClaimKind.NEW : ClaimKind.INCREASE;
            List<String> children = claim.getChildren().stream().filter(known::contains).toList();
            read.add(new Claim(id, kind, claim.getReceivedOn(), children, cause(claim.getCause())));
        }
        return read;
    }

    private static String unused(String id, Set<String> taken) {
        return taken.add(id) ? id : unused(id + "'", taken);
    }

    private static Cause cause(@Nullable SimulatedCause cause) {
        if (cause == null) {
            return Cause.NONE;
        }
        CauseKind kind = switch (cause.getKind()) {
            case BIRTH -> CauseKind.BIRTH;
            case MOVED_IN -> CauseKind.MOVED_IN;
            case DISASTER -> CauseKind.DISASTER;
            case UNAVOIDABLE -> CauseKind.UNAVOIDABLE;
        };
        return new Cause(kind, cause.getOn(), cause.getSince());
    }

    /** Endings of the whole entitlement, and of children that are claimed for; nothing ends for others. */
    static Stream<SimulatedEnding> endings(@Nullable List<SimulatedEnding> endings, Set<String> claimed) {
        return Findings.readable(endings).stream()
                .filter(ending -> Findings.readable(ending.getChildren()).isEmpty() || !children(ending, claimed).isEmpty());
    }

    static List<String> children(SimulatedEnding ending, Set<String> claimed) {
        return Findings.readable(ending.getChildren()).stream().filter(claimed::contains).toList();
    }

    static List<Stay> stays(@Nullable List<SimulatedPeriod> periods) {
        if (periods == null || periods.isEmpty()) {
            return List.of();
        }
        return periods.stream().map(NeutralForm::stay).toList();
    }

    static Stay stay(SimulatedPeriod period) {
        return new Stay(period.getFrom(), period.getUntil());
    }

    /** Without a list of its own the office closes on national holidays and around New Year. */
    static OfficeCalendar office(@Nullable List<LocalDate> holidays) {
        return holidays == null ? NATIONAL_HOLIDAYS : OfficeCalendar.ofExactly(Set.copyOf(holidays));
    }

    static List<Income> incomes(@Nullable List<SimulatedIncome> incomes) {
        if (incomes == null || incomes.isEmpty()) {
            return List.of();
        }
        return incomes.stream().map(NeutralForm::income).toList();
    }

    private static Income income(SimulatedIncome income) {
        var dependants = new Income.Dependants(count(income.getDependants()), count(income.getElderlyDependants()),
                count(income.getSpecificDependants()), count(income.getDependants16to18()), holds(income.getElderlySpouse()));
        return new Income(income.getYear(), dependants, content(income), SENDER);
    }

    private static Income.Content content(SimulatedIncome income) {
        if (holds(income.getUndeclared())) {
            return new Income.Undeclared();
        }
        if (income.getAssessedIncome() != null) {
            return new Income.Assessed(new Yen(income.getAssessedIncome()));
        }
        return new Income.Components(
                new Income.Earned(yen(income.getSalaryIncome()), yen(income.getPensionMiscIncome()), yen(income.getOtherIncome()),
                        yen(income.getChildSupportReceived()), yen(income.getNonTaxablePension())),
                new Income.Deducted(yen(income.getCasualtyLoss()), yen(income.getMedicalExpenses()),
                        yen(income.getSmallBusinessMutualAid()), yen(income.getSpouseSpecialDeduction()),
                        yen(income.getSpecificRelativeSpecialDeduction())),
                new Income.Persons(count(income.getDisabledPersons()), count(income.getSpeciallyDisabledPersons()),
                        holds(income.getWorkingStudent()), holds(income.getWidow()), holds(income.getSingleParent())));
    }

    private static int count(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static Yen yen(@Nullable Long yen) {
        return yen == null || yen == 0 ? Yen.ZERO : new Yen(yen);
    }

    static boolean holds(@Nullable Boolean said) {
        return Boolean.TRUE.equals(said);
    }
}
