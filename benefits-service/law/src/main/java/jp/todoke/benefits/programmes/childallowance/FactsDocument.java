package jp.todoke.benefits.programmes.childallowance;

import static jp.todoke.benefits.law.PlainForm.fact;
import static jp.todoke.benefits.law.PlainForm.map;
import static jp.todoke.benefits.law.PlainForm.text;

import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Plain;
import jp.todoke.benefits.law.PlainForm;

/** The plain form of the facts, both ways: what was stored with a decision is what replays it. */
final class FactsDocument {
    private FactsDocument() {}

    static Map<String, Object> write(ChildAllowanceFacts facts) {
        ChildAllowanceFacts.Claimant claimant = facts.claimant();
        return map(
                "claimant", map(
                        "id", claimant.id(), "kind", claimant.kind().name(), "publicServant",
                        fact(claimant.publicServant(), value -> value),
                        "residesHere", fact(claimant.residesHere(), value -> value), "priority", fact(claimant.priority(), Enum::name),
                        "incomes", claimant.incomes().stream().map(PlainForm::income).toList()),
                "claims", facts.claims().stream().map(PlainForm::claim).toList(),
                "children", facts.children().stream().map(FactsDocument::child).toList(),
                "countedSiblings", facts.countedSiblings().stream().map(FactsDocument::sibling).toList(),
                "endings", facts.endings().stream()
                        .map(ending -> map("kind", ending.kind().name(), "on", text(ending.on()), "children", ending.children()))
                        .toList(),
                "office", PlainForm.office(facts.office()));
    }

    static ChildAllowanceFacts read(Map<String, Object> document) {
        var facts = new Plain(document);
        Plain claimant = facts.object("claimant");
        Plain office = facts.object("office");
        return new ChildAllowanceFacts(
                new ChildAllowanceFacts.Claimant(
                        claimant.text("id"),
                        ChildAllowanceFacts.ClaimantKind.valueOf(claimant.text("kind")),
                        claimant.fact("publicServant", Boolean.class::cast),
                        claimant.fact("residesHere", Boolean.class::cast),
                        claimant.fact("priority", value -> PriorityStanding.valueOf((String) value)),
                        claimant.has("incomes") ? claimant.objects("incomes").map(PlainForm::income).toList() : List.of()),
                facts.objects("claims").map(PlainForm::claim).toList(),
                facts.objects("children").map(FactsDocument::child).toList(),
                facts.objects("countedSiblings").map(FactsDocument::sibling).toList(),
                facts.objects("endings")
                        .map(ending -> new ChildAllowanceFacts.Ending(
                                ChildAllowanceFacts.EndingKind.valueOf(ending.text("kind")), ending.date("on"), ending.texts("children")))
                        .toList(),
                PlainForm.office(office));
    }

    private static Map<String, Object> child(ChildAllowanceFacts.Child child) {
        return map(
                "id", child.id(), "birthDate", text(child.birthDate()), "careFrom", text(child.careFrom()),
                "careUntil", text(child.careUntil()), "caredFor", fact(child.caredFor(), value -> value),
                "livesInJapan", fact(child.livesInJapan(), value -> value),
                "facility", PlainForm.stays(child.facility()));
    }

    private static ChildAllowanceFacts.Child child(Plain child) {
        return new ChildAllowanceFacts.Child(
                child.text("id"),
                child.date("birthDate"),
                child.date("careFrom"),
                child.dateOrNone("careUntil"),
                child.fact("caredFor", Boolean.class::cast),
                child.fact("livesInJapan", Boolean.class::cast),
                PlainForm.stays(child, "facility"));
    }

    private static Map<String, Object> sibling(ChildAllowanceFacts.CountedSibling sibling) {
        return map(
                "id", sibling.id(), "birthDate", text(sibling.birthDate()), "declaredOn", text(sibling.declaredOn()),
                "from", text(sibling.from()), "until", text(sibling.until()), "supported", fact(sibling.supported(), value -> value));
    }

    private static ChildAllowanceFacts.CountedSibling sibling(Plain sibling) {
        return new ChildAllowanceFacts.CountedSibling(
                sibling.text("id"),
                sibling.date("birthDate"),
                sibling.date("declaredOn"),
                sibling.date("from"),
                sibling.dateOrNone("until"),
                sibling.fact("supported", Boolean.class::cast));
    }
}
