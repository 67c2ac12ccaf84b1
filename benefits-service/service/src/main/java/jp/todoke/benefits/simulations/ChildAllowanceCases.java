package jp.todoke.benefits.simulations;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.api.simulations.model.Programme;
import jp.todoke.api.simulations.model.SimulatedChild;
import jp.todoke.api.simulations.model.SimulatedClaimant;
import jp.todoke.api.simulations.model.SimulatedEnding;
import jp.todoke.api.simulations.model.SimulatedSupport;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts.Child;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts.ClaimantKind;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts.CountedSibling;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts.Ending;
import jp.todoke.benefits.programmes.childallowance.ChildAllowanceFacts.EndingKind;
import jp.todoke.benefits.programmes.childallowance.PriorityStanding;

/** 児童手当 in the neutral form. */
final class ChildAllowanceCases implements SimulatedProgramme {
    private static final Fact<PriorityStanding> ALONE = Fact.known(PriorityStanding.ONLY_QUALIFIED_PARENT, NeutralForm.SENDER);

    private final ChildAllowance law;

    ChildAllowanceCases(ChildAllowance law) {
        this.law = law;
    }

    @Override
    public Programme programme() {
        return Programme.CHILD_ALLOWANCE;
    }

    @Override
    public Decision decide(SimulationRequest request, YearMonth from, YearMonth to, Tracing tracing) {
        List<Child> children = new ArrayList<>();
        List<CountedSibling> siblings = new ArrayList<>();
        List<String> childPlaces = new ArrayList<>();
        List<String> siblingPlaces = new ArrayList<>();
        for (int i = 0; i < request.getChildren().size(); i++) {
            SimulatedChild child = request.getChildren().get(i);
            if (!Boolean.FALSE.equals(child.getClaimedChild())) {
                children.add(child(child));
                childPlaces.add("/children/" + i);
            }
            List<SimulatedSupport> supports = Findings.readable(child.getSupportedAfter18());
            for (int j = 0; j < supports.size(); j++) {
                SimulatedSupport support = supports.get(j);
                siblings.add(new CountedSibling(child.getId(), child.getBirthDate(), support.getDeclaredOn(), support.getFrom(),
                        support.getUntil()));
                siblingPlaces.add("/children/" + i + "/supportedAfter18/" + j);
            }
        }
        Set<String> claimed = children.stream().map(Child::id).collect(Collectors.toSet());
        Set<String> known = new HashSet<>(claimed);
        siblings.forEach(sibling -> known.add(sibling.id()));
        var facts = new ChildAllowanceFacts(claimant(request.getClaimant()), NeutralForm.claims(request.getClaims(), known), children,
                siblings, NeutralForm.endings(request.getEndings(), claimed).map(ending -> ending(ending, claimed)).toList(),
                NeutralForm.office(request.getHolidays()));
        try {
            return law.decide(facts, from, to, tracing);
        } catch (ImpossibleFacts impossible) {
            throw new Places(Map.of("children", childPlaces, "countedSiblings", siblingPlaces)).refused(impossible);
        }
    }

    /** The neutral form has claimants who claim rightly: no other parent, no office that pays them, a 住所 here. */
    private static ChildAllowanceFacts.Claimant claimant(SimulatedClaimant claimant) {
        ClaimantKind kind = switch (claimant.getKind()) {
            case PARENT -> ClaimantKind.PARENT;
            case GUARDIAN -> ClaimantKind.GUARDIAN;
            case INSTITUTION -> ClaimantKind.INSTITUTION;
            case CORPORATE_GUARDIAN -> ClaimantKind.CORPORATE_GUARDIAN;
            case MOTHER, FATHER, CARER, CARER_OF_ORPHAN -> throw new IllegalArgumentException("no claimant of 児童手当");
        };
        return new ChildAllowanceFacts.Claimant("claimant", kind, NeutralForm.DENIED, NeutralForm.SAID, ALONE,
                NeutralForm.incomes(claimant.getIncomes()));
    }

    private static Child child(SimulatedChild child) {
        LocalDate careFrom = child.getCareFrom() == null ? child.getBirthDate() : child.getCareFrom();
        return new Child(child.getId(), child.getBirthDate(), careFrom, child.getCareUntil(), NeutralForm.SAID, NeutralForm.SAID,
                NeutralForm.stays(child.getFacility()));
    }

    private static Ending ending(SimulatedEnding ending, Set<String> claimed) {
        EndingKind kind = switch (ending.getKind()) {
            case MOVED_OUT -> EndingKind.MOVED_OUT;
            case CLAIMANT_DIED -> EndingKind.CLAIMANT_DIED;
            case BECAME_PUBLIC_SERVANT -> EndingKind.BECAME_PUBLIC_SERVANT;
            case CARE_ENDED -> EndingKind.CARE_ENDED;
            case REMARRIED -> throw new IllegalArgumentException("no ending of 児童手当");
        };
        return new Ending(kind, ending.getOn(), NeutralForm.children(ending, claimed));
    }
}
