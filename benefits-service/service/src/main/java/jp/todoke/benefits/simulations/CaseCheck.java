package jp.todoke.benefits.simulations;

import static jp.todoke.benefits.simulations.Findings.listed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.api.simulations.model.Programme;
import jp.todoke.api.simulations.model.SimulatedChild;
import jp.todoke.api.simulations.model.SimulatedEnding;
import jp.todoke.api.simulations.model.SimulatedExemption;
import jp.todoke.api.simulations.model.SimulatedPeriod;
import jp.todoke.api.simulations.model.SimulatedSupport;
import jp.todoke.api.simulations.model.SimulatedSupporter;
import jp.todoke.api.simulations.model.SimulationRequest;
import org.jspecify.annotations.Nullable;

/**
 * The contradictions of a case that no schema can see. Looks at what can be read, so that they are named together with the fields that the schema
 * refused. A claim for which no child qualifies is no contradiction: the law answers it (却下).
 */
final class CaseCheck {
    private static final int MOST_MONTHS = 1200;

    private final SimulationRequest request;
    private final Findings findings;
    private final @Nullable Programme programme;

    private CaseCheck(SimulationRequest request, Findings findings) {
        this.request = request;
        this.findings = findings;
        this.programme = request.getProgramme();
    }

    static void of(SimulationRequest request, Findings findings) {
        var check = new CaseCheck(request, findings);
        check.months();
        check.claimant();
        check.children();
        new ClaimsCheck(request, findings).check();
        check.endings();
        check.supporters();
        PensionCheck.of(request, findings);
        check.exemptions();
    }

    private void months() {
        if (request.getFrom() == null || request.getTo() == null) {
            return;
        }
        long months = ChronoUnit.MONTHS.between(YearMonth.parse(request.getFrom()), YearMonth.parse(request.getTo())) + 1;
        if (months < 1) {
            findings.add("/to", "REVERSED", "最後の月は、最初の月と同じか、それより後の月にしてください。");
        } else if (months > MOST_MONTHS) {
            findings.add("/to", "RANGE", "一度に試算できるのは " + MOST_MONTHS + " か月分までです。");
        }
    }

    private void claimant() {
        var claimant = request.getClaimant();
        if (claimant == null) {
            return;
        }
        IncomeCheck.of(claimant.getIncomes(), "/claimant/incomes", findings);
        if (claimant.getKind() == null || programme == null) {
            return;
        }
        Programme of = switch (claimant.getKind()) {
            case PARENT, GUARDIAN, INSTITUTION, CORPORATE_GUARDIAN -> Programme.CHILD_ALLOWANCE;
            case MOTHER, FATHER, CARER, CARER_OF_ORPHAN -> Programme.CHILD_REARING_ALLOWANCE;
        };
        if (of != programme) {
            findings.add("/claimant/kind", "OTHER_PROGRAMME", "この制度の受給資格者の種類を指定してください。");
        }
    }

    private void children() {
        Set<String> ids = new HashSet<>();
        List<@Nullable SimulatedChild> children = listed(request.getChildren());
        for (int i = 0; i < children.size(); i++) {
            SimulatedChild child = children.get(i);
            if (child != null) {
                child("/children/" + i, child, ids);
            }
        }
    }

    private void child(String at, SimulatedChild child, Set<String> ids) {
        if (child.getId() != null && !ids.add(child.getId())) {
            findings.add(at + "/id", "DUPLICATE_ID", "同じ id の児童が二人以上います。");
        }
        LocalDate birth = child.getBirthDate();
        LocalDate careFrom = child.getCareFrom() == null ? birth : child.getCareFrom();
        if (birth != null && careFrom != null && careFrom.isBefore(birth)) {
            findings.add(at + "/careFrom", "BEFORE_BIRTH", "監護の始まりは、出生の日以後の日にしてください。");
        }
        findings.periodAt(at + "/careUntil", careFrom, child.getCareUntil());
        periods(at + "/facility", child.getFacility());
        periods(at + "/disability", child.getDisability());
        List<@Nullable SimulatedSupport> supports = listed(child.getSupportedAfter18());
        for (int i = 0; i < supports.size(); i++) {
            SimulatedSupport support = supports.get(i);
            if (support != null) {
                findings.periodAt(at + "/supportedAfter18/" + i + "/until", support.getFrom(), support.getUntil());
            }
        }
        boolean needsEvent = programme == Programme.CHILD_REARING_ALLOWANCE && !Boolean.FALSE.equals(child.getClaimedChild());
        if (needsEvent && child.getQualifyingEventOn() == null) {
            findings.add(at + "/qualifyingEventOn", "REQUIRED", "児童扶養手当では、支給要件に該当した日が必要です。");
        }
    }

    private void periods(String at, @Nullable List<SimulatedPeriod> periods) {
        List<@Nullable SimulatedPeriod> listed = listed(periods);
        for (int i = 0; i < listed.size(); i++) {
            SimulatedPeriod period = listed.get(i);
            if (period != null) {
                findings.periodAt(at + "/" + i + "/until", period.getFrom(), period.getUntil());
            }
        }
    }

    private void endings() {
        List<@Nullable SimulatedEnding> endings = listed(request.getEndings());
        for (int i = 0; i < endings.size(); i++) {
            SimulatedEnding ending = endings.get(i);
            if (ending != null) {
                ending("/endings/" + i, ending);
            }
        }
    }

    private void ending(String at, SimulatedEnding ending) {
        if (ending.getKind() != null && programme != null) {
            boolean foreign = switch (ending.getKind()) {
                case REMARRIED -> programme == Programme.CHILD_ALLOWANCE;
                case BECAME_PUBLIC_SERVANT -> programme == Programme.CHILD_REARING_ALLOWANCE;
                case MOVED_OUT, CLAIMANT_DIED, CARE_ENDED -> false;
            };
            if (foreign) {
                findings.add(at + "/kind", "OTHER_PROGRAMME", "この制度にはない消滅の事由です。");
            }
        }
        boolean onClaimDay = ending.getOn() != null && Findings.readable(request.getClaims()).stream()
                .anyMatch(claim -> ending.getOn().equals(claim.getReceivedOn()));
        if (onClaimDay) {
            findings.add(at + "/on", "ENDS_ON_CLAIM_DAY", "請求の日と同じ日の消滅は、どちらが先か分からないため試算できません。");
        }
        new KnownChildren(request).check(at + "/children", ending.getChildren(), findings);
    }

    private void supporters() {
        Set<String> ids = new HashSet<>();
        List<@Nullable SimulatedSupporter> supporters = listed(request.getSupporters());
        for (int i = 0; i < supporters.size(); i++) {
            SimulatedSupporter supporter = supporters.get(i);
            if (supporter == null) {
                continue;
            }
            String at = "/supporters/" + i;
            if (supporter.getId() != null && !ids.add(supporter.getId())) {
                findings.add(at + "/id", "DUPLICATE_ID", "同じ id の人が二人以上います。");
            }
            SimulatedPeriod together = supporter.getLivesTogether();
            if (together != null) {
                findings.periodAt(at + "/livesTogether/until", together.getFrom(), together.getUntil());
            }
            IncomeCheck.of(supporter.getIncomes(), at + "/incomes", findings);
        }
    }

    private void exemptions() {
        List<@Nullable SimulatedExemption> exemptions = listed(request.getExemptions());
        for (int i = 0; i < exemptions.size(); i++) {
            SimulatedExemption exemption = exemptions.get(i);
            if (exemption != null) {
                findings.periodAt("/exemptions/" + i + "/validUntil", exemption.getValidFrom(), exemption.getValidUntil());
            }
        }
    }
}
