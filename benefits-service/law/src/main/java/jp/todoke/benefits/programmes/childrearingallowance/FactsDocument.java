package jp.todoke.benefits.programmes.childrearingallowance;

import static jp.todoke.benefits.law.PlainForm.fact;
import static jp.todoke.benefits.law.PlainForm.map;
import static jp.todoke.benefits.law.PlainForm.stays;
import static jp.todoke.benefits.law.PlainForm.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Plain;
import jp.todoke.benefits.law.PlainForm;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;

/** The plain form of the facts, both ways: what was stored with a decision is what replays it. */
final class FactsDocument {
    private FactsDocument() {}

    static Map<String, Object> write(ChildRearingAllowanceFacts facts) {
        ChildRearingAllowanceFacts.Claimant claimant = facts.claimant();
        return map(
                "claimant", map(
                        "id", claimant.id(), "kind", claimant.kind().name(), "residesHere", fact(claimant.residesHere(), value -> value),
                        "incomes", claimant.incomes().stream().map(PlainForm::income).toList(),
                        "exemptions", claimant.exemptions().stream()
                                .map(exemption -> map("filedOn", text(exemption.filedOn()), "valid", stay(exemption.valid())))
                                .toList()),
                "claims", facts.claims().stream().map((Claim claim) -> PlainForm.claim(claim)).toList(),
                "children", facts.children().stream().map(FactsDocument::child).toList(),
                "endings", facts.endings().stream()
                        .map(ending -> map("kind", ending.kind().name(), "on", text(ending.on()), "children", ending.children()))
                        .toList(),
                "supporters", facts.supporters().stream()
                        .map(supporter -> map(
                                "id", supporter.id(), "relation", supporter.relation().name(),
                                "livesTogether", stay(supporter.livesTogether()),
                                "incomes", supporter.incomes().stream().map(PlainForm::income).toList()))
                        .toList(),
                "pensions", map(
                        "own", fact(facts.pensions().own(), own -> own.stream().map(FactsDocument::own).toList()),
                        "ofChildren", facts.pensions().ofChildren().stream()
                                .map(pension -> map(
                                        "childId", pension.childId(), "period", stay(pension.period()), "annual",
                                        pension.annual().value()))
                                .toList()),
                "office", PlainForm.office(facts.office()));
    }

    static ChildRearingAllowanceFacts read(Map<String, Object> document) {
        var facts = new Plain(document);
        Plain claimant = facts.object("claimant");
        return new ChildRearingAllowanceFacts(
                new ChildRearingAllowanceFacts.Claimant(
                        claimant.text("id"),
                        ChildRearingAllowanceFacts.ClaimantKind.valueOf(claimant.text("kind")),
                        claimant.fact("residesHere", Boolean.class::cast),
                        claimant.objects("incomes").map((Plain income) -> PlainForm.income(income)).toList(),
                        claimant.objects("exemptions")
                                .map(exemption -> new ChildRearingAllowanceFacts.Exemption(
                                        exemption.date("filedOn"), stay(exemption.object("valid"))))
                                .toList()),
                facts.objects("claims").map((Plain claim) -> PlainForm.claim(claim)).toList(),
                facts.objects("children").map(FactsDocument::child).toList(),
                facts.objects("endings")
                        .map(ending -> new ChildRearingAllowanceFacts.Ending(
                                ChildRearingAllowanceFacts.EndingKind.valueOf(ending.text("kind")), ending.date("on"),
                                ending.texts("children")))
                        .toList(),
                facts.objects("supporters").map(FactsDocument::supporter).toList(),
                pensions(facts.object("pensions")),
                PlainForm.office(facts.object("office")));
    }

    private static Map<String, Object> child(ChildRearingAllowanceFacts.Child child) {
        ChildRearingAllowanceFacts.Care care = child.care();
        return map(
                "id", child.id(), "birthDate", text(child.birthDate()),
                "qualifyingEventOn", fact(child.qualifyingEventOn(), LocalDate::toString),
                "care", map(
                        "given", fact(care.given(), value -> value), "from", text(care.from()), "until", text(care.until()),
                        "facility", stays(care.facility())),
                "disability", stays(child.disability()), "livesInJapan", fact(child.livesInJapan(), value -> value));
    }

    private static ChildRearingAllowanceFacts.Child child(Plain child) {
        Plain care = child.object("care");
        return new ChildRearingAllowanceFacts.Child(
                child.text("id"),
                child.date("birthDate"),
                child.fact("qualifyingEventOn", value -> LocalDate.parse((String) value)),
                new ChildRearingAllowanceFacts.Care(
                        care.fact("given", Boolean.class::cast), care.date("from"), care.dateOrNone("until"), stays(care, "facility")),
                stays(child, "disability"),
                child.fact("livesInJapan", Boolean.class::cast));
    }

    private static ChildRearingAllowanceFacts.Supporter supporter(Plain supporter) {
        return new ChildRearingAllowanceFacts.Supporter(
                supporter.text("id"),
                ChildRearingAllowanceFacts.SupporterRelation.valueOf(supporter.text("relation")),
                stay(supporter.object("livesTogether")),
                supporter.objects("incomes").map((Plain income) -> PlainForm.income(income)).toList());
    }

    private static Map<String, Object> own(ChildRearingAllowanceFacts.OwnPension pension) {
        return map(
                "kind", pension.kind().name(), "period", stay(pension.period()), "annual", pension.annual().value(),
                "childAdditions", pension.childAdditions().stream().map(yen -> map("yen", yen.value())).toList());
    }

    private static ChildRearingAllowanceFacts.Pensions pensions(Plain pensions) {
        Fact<List<ChildRearingAllowanceFacts.OwnPension>> own = pensions.fact("own", value -> {
            var holder = new Plain(map("list", value));
            return holder.objects("list").map(FactsDocument::own).toList();
        });
        return new ChildRearingAllowanceFacts.Pensions(own, pensions.objects("ofChildren")
                .map(pension -> new ChildRearingAllowanceFacts.ChildPension(
                        pension.text("childId"), stay(pension.object("period")), pension.yen("annual")))
                .toList());
    }

    private static ChildRearingAllowanceFacts.OwnPension own(Plain pension) {
        List<Yen> additions = pension.objects("childAdditions").map(addition -> addition.yen("yen")).toList();
        return new ChildRearingAllowanceFacts.OwnPension(
                ChildRearingAllowanceFacts.PensionKind.valueOf(pension.text("kind")), stay(pension.object("period")),
                pension.yen("annual"), additions);
    }

    private static Map<String, Object> stay(Stay stay) {
        return map("from", text(stay.from()), "until", text(stay.until()));
    }

    private static Stay stay(Plain stay) {
        return new Stay(stay.date("from"), stay.dateOrNone("until"));
    }
}
