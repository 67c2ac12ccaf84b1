package jp.todoke.benefits.simulations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.api.simulations.model.Programme;
import jp.todoke.api.simulations.model.SimulatedChild;
import jp.todoke.api.simulations.model.SimulatedChildPension;
import jp.todoke.api.simulations.model.SimulatedClaimant;
import jp.todoke.api.simulations.model.SimulatedEnding;
import jp.todoke.api.simulations.model.SimulatedPension;
import jp.todoke.api.simulations.model.SimulatedPensionKind;
import jp.todoke.api.simulations.model.SimulatedRelation;
import jp.todoke.api.simulations.model.SimulatedSupporter;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowance;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Care;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Child;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.ChildPension;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.ClaimantKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Ending;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.EndingKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Exemption;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.OwnPension;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.PensionKind;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Pensions;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.Supporter;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceFacts.SupporterRelation;

/** 児童扶養手当 in the neutral form. */
final class ChildRearingAllowanceCases implements SimulatedProgramme {
    private final ChildRearingAllowance law;

    ChildRearingAllowanceCases(ChildRearingAllowance law) {
        this.law = law;
    }

    @Override
    public Programme programme() {
        return Programme.CHILD_REARING_ALLOWANCE;
    }

    @Override
    public Decision decide(SimulationRequest request, YearMonth from, YearMonth to, Tracing tracing) {
        List<Child> children = new ArrayList<>();
        List<String> childPlaces = new ArrayList<>();
        for (int i = 0; i < request.getChildren().size(); i++) {
            SimulatedChild child = request.getChildren().get(i);
            if (!Boolean.FALSE.equals(child.getClaimedChild())) {
                children.add(child(child));
                childPlaces.add("/children/" + i);
            }
        }
        Set<String> claimed = children.stream().map(Child::id).collect(Collectors.toSet());
        var facts = new ChildRearingAllowanceFacts(claimant(request), NeutralForm.claims(request.getClaims(), claimed), children,
                NeutralForm.endings(request.getEndings(), claimed).map(ending -> ending(ending, claimed)).toList(),
                Findings.readable(request.getSupporters()).stream().map(ChildRearingAllowanceCases::supporter).toList(),
                pensions(request, claimed),
                NeutralForm.office(request.getHolidays()));
        try {
            return law.decide(facts, from, to, tracing);
        } catch (ImpossibleFacts impossible) {
            throw new Places(Map.of("children", childPlaces)).refused(impossible);
        }
    }

    private static ChildRearingAllowanceFacts.Claimant claimant(SimulationRequest request) {
        SimulatedClaimant claimant = request.getClaimant();
        ClaimantKind kind = switch (claimant.getKind()) {
            case MOTHER -> ClaimantKind.MOTHER;
            case FATHER -> ClaimantKind.FATHER;
            case CARER -> ClaimantKind.CARER;
            case CARER_OF_ORPHAN -> ClaimantKind.CARER_OF_ORPHAN;
            case PARENT, GUARDIAN, INSTITUTION, CORPORATE_GUARDIAN -> throw new IllegalArgumentException("no claimant of 児童扶養手当");
        };
        List<Exemption> exemptions = Findings.readable(request.getExemptions()).stream()
                .map(filed -> new Exemption(filed.getFiledOn(), new Stay(filed.getValidFrom(), filed.getValidUntil()))).toList();
        return new ChildRearingAllowanceFacts.Claimant("claimant", kind, NeutralForm.SAID, NeutralForm.incomes(claimant.getIncomes()),
                exemptions);
    }

    private static Child child(SimulatedChild child) {
        LocalDate careFrom = child.getCareFrom() == null ? child.getBirthDate() : child.getCareFrom();
        var care = new Care(NeutralForm.SAID, careFrom, child.getCareUntil(), NeutralForm.stays(child.getFacility()));
        return new Child(child.getId(), child.getBirthDate(), Fact.known(child.getQualifyingEventOn(), NeutralForm.SENDER), care,
                NeutralForm.stays(child.getDisability()), NeutralForm.SAID);
    }

    private static Ending ending(SimulatedEnding ending, Set<String> claimed) {
        EndingKind kind = switch (ending.getKind()) {
            case MOVED_OUT -> EndingKind.MOVED_OUT;
            case CLAIMANT_DIED -> EndingKind.CLAIMANT_DIED;
            case REMARRIED -> EndingKind.REMARRIED;
            case CARE_ENDED -> EndingKind.CARE_ENDED;
            case BECAME_PUBLIC_SERVANT -> throw new IllegalArgumentException("no ending of 児童扶養手当");
        };
        return new Ending(kind, ending.getOn(), NeutralForm.children(ending, claimed));
    }

    private static Supporter supporter(SimulatedSupporter supporter) {
        SupporterRelation relation = supporter.getRelation() == SimulatedRelation.SPOUSE
                ? SupporterRelation.SPOUSE
                : SupporterRelation.SUPPORTER;
        return new Supporter(supporter.getId(), relation, NeutralForm.stay(supporter.getLivesTogether()),
                NeutralForm.incomes(supporter.getIncomes()));
    }

    private static Pensions pensions(SimulationRequest request, Set<String> claimed) {
        List<OwnPension> own = Findings.readable(request.getPensions()).stream().map(ChildRearingAllowanceCases::pension).toList();
        List<ChildPension> ofChildren = Findings.readable(request.getChildPensions()).stream()
                .filter(pension -> claimed.contains(pension.getChildId())).map(ChildRearingAllowanceCases::childPension).toList();
        return new Pensions(own.isEmpty() ? Fact.none(NeutralForm.SENDER) : Fact.known(own, NeutralForm.SENDER), ofChildren);
    }

    private static OwnPension pension(SimulatedPension pension) {
        PensionKind kind = pension.getKind() == SimulatedPensionKind.DISABILITY_BASIC
                ? PensionKind.DISABILITY_BASIC
                : PensionKind.OTHER_PUBLIC_PENSION;
        return new OwnPension(kind, new Stay(pension.getFrom(), pension.getUntil()), Yen.of(pension.getAnnualYen()),
                Findings.readable(pension.getChildAdditionsAnnualYen()).stream().map(Yen::of).toList());
    }

    private static ChildPension childPension(SimulatedChildPension pension) {
        return new ChildPension(pension.getChildId(), new Stay(pension.getFrom(), pension.getUntil()), Yen.of(pension.getAnnualYen()));
    }
}
