package jp.todoke.benefits.simulations;

import static jp.todoke.benefits.simulations.Findings.listed;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.api.simulations.model.SimulatedChildPension;
import jp.todoke.api.simulations.model.SimulatedPension;
import jp.todoke.api.simulations.model.SimulatedPensionKind;
import jp.todoke.api.simulations.model.SimulationRequest;
import org.jspecify.annotations.Nullable;

/** Contradictions within public pensions (児童扶養手当法第13条の2): they run by whole months, and 障害基礎年金等 stands alone. */
final class PensionCheck {
    private final List<@Nullable SimulatedPension> pensions;
    private final Findings findings;

    private PensionCheck(SimulationRequest request, Findings findings) {
        this.pensions = listed(request.getPensions());
        this.findings = findings;
    }

    static void of(SimulationRequest request, Findings findings) {
        var check = new PensionCheck(request, findings);
        check.own();
        List<@Nullable SimulatedChildPension> childPensions = listed(request.getChildPensions());
        if (childPensions.isEmpty()) {
            return;
        }
        KnownChildren children = new KnownChildren(request);
        for (int i = 0; i < childPensions.size(); i++) {
            SimulatedChildPension pension = childPensions.get(i);
            if (pension != null) {
                children.check("/childPensions/" + i + "/childId", pension.getChildId(), findings);
                check.period("/childPensions/" + i, pension.getFrom(), pension.getUntil());
            }
        }
    }

    private void own() {
        for (int i = 0; i < pensions.size(); i++) {
            SimulatedPension pension = pensions.get(i);
            if (pension != null) {
                String at = "/pensions/" + i;
                period(at, pension.getFrom(), pension.getUntil());
                if (pension.getAnnualYen() != null && additions(pension) > pension.getAnnualYen()) {
                    findings.add(at + "/childAdditionsAnnualYen", "MORE_THAN_THE_WHOLE", "子の加算の合計が年金の額（加算を含みます）を超えています。");
                }
                besideDisabilityBasic(at, i, pension);
            }
        }
    }

    private void besideDisabilityBasic(String at, int index, SimulatedPension pension) {
        for (int i = 0; i < pensions.size(); i++) {
            SimulatedPension other = pensions.get(i);
            if (i == index || other == null || other.getKind() != SimulatedPensionKind.DISABILITY_BASIC || !overlap(pension, other)) {
                continue;
            }
            if (pension.getKind() == SimulatedPensionKind.DISABILITY_BASIC && i < index) {
                findings.add(at + "/from", "SECOND_DISABILITY_BASIC", "障害基礎年金等は、同じ月に一つだけです。");
            }
            if (pension.getKind() == SimulatedPensionKind.OTHER_PUBLIC_PENSION && additions(pension) > 0) {
                findings.add(at + "/childAdditionsAnnualYen", "BESIDE_DISABILITY_BASIC", "障害基礎年金等と同じ月の他の公的年金には、子の加算を指定できません。");
            }
        }
    }

    private static long additions(SimulatedPension pension) {
        return Findings.readable(pension.getChildAdditionsAnnualYen()).stream().mapToLong(Long::longValue).sum();
    }

    private static boolean overlap(SimulatedPension one, SimulatedPension other) {
        return one.getFrom() != null && other.getFrom() != null && startsBeforeEnd(one.getFrom(), other.getUntil())
                && startsBeforeEnd(other.getFrom(), one.getUntil());
    }

    private static boolean startsBeforeEnd(LocalDate from, @Nullable LocalDate until) {
        return until == null || from.isBefore(until);
    }

    private void period(String at, @Nullable LocalDate from, @Nullable LocalDate until) {
        findings.periodAt(at + "/until", from, until);
        firstOfMonth(at + "/from", from);
        firstOfMonth(at + "/until", until);
    }

    private void firstOfMonth(String pointer, @Nullable LocalDate day) {
        if (day != null && day.getDayOfMonth() != 1) {
            findings.add(pointer, "NOT_FIRST_OF_MONTH", "年金の期間は月の初日で始まり、月の初日（その日を含みません）で終わります。");
        }
    }
}
