package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.OfficeCalendar;
import org.jspecify.annotations.Nullable;

/** The plain form of the facts, both ways: what was stored with a decision is what replays it. */
final class FactsDocument {
    private FactsDocument() {}

    static Map<String, Object> write(ChildAllowanceFacts facts) {
        ChildAllowanceFacts.Claimant claimant = facts.claimant();
        return map(
                "claimant", map(
                        "id", claimant.id(), "kind", claimant.kind().name(), "publicServant",
                        fact(claimant.publicServant(), value -> value),
                        "residesHere", fact(claimant.residesHere(), value -> value), "priority", fact(claimant.priority(), Enum::name)),
                "claims", facts.claims().stream().map(FactsDocument::claim).toList(),
                "children", facts.children().stream().map(FactsDocument::child).toList(),
                "countedSiblings", facts.countedSiblings().stream().map(FactsDocument::sibling).toList(),
                "endings", facts.endings().stream()
                        .map(ending -> map("kind", ending.kind().name(), "on", text(ending.on()), "children", ending.children()))
                        .toList(),
                "office", map(
                        "holidays", facts.office().holidays().stream().sorted().map(LocalDate::toString).toList(),
                        "closedAtYearEnd", facts.office().closedAtYearEnd()));
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
                        claimant.fact("priority", value -> PriorityStanding.valueOf((String) value))),
                facts.objects("claims").map(FactsDocument::claim).toList(),
                facts.objects("children").map(FactsDocument::child).toList(),
                facts.objects("countedSiblings").map(FactsDocument::sibling).toList(),
                facts.objects("endings")
                        .map(ending -> new ChildAllowanceFacts.Ending(
                                ChildAllowanceFacts.EndingKind.valueOf(ending.text("kind")), ending.date("on"), ending.texts("children")))
                        .toList(),
                new OfficeCalendar(
                        Set.copyOf(office.texts("holidays").stream().map(LocalDate::parse).collect(Collectors.toSet())),
                        office.flag("closedAtYearEnd")));
    }

    private static Map<String, Object> claim(ChildAllowanceFacts.Claim claim) {
        return map(
                "id", claim.id(), "kind", claim.kind().name(), "receivedOn", text(claim.receivedOn()), "children", claim.children(),
                "cause", map(
                        "kind", claim.cause().kind().name(), "on", text(claim.cause().on()), "since", text(claim.cause().since())));
    }

    private static ChildAllowanceFacts.Claim claim(Plain claim) {
        Plain cause = claim.object("cause");
        return new ChildAllowanceFacts.Claim(
                claim.text("id"),
                ChildAllowanceFacts.ClaimKind.valueOf(claim.text("kind")),
                claim.date("receivedOn"),
                claim.texts("children"),
                new ChildAllowanceFacts.Cause(
                        ChildAllowanceFacts.CauseKind.valueOf(cause.text("kind")), cause.dateOrNone("on"), cause.dateOrNone("since")));
    }

    private static Map<String, Object> child(ChildAllowanceFacts.Child child) {
        return map(
                "id", child.id(), "birthDate", text(child.birthDate()), "careFrom", text(child.careFrom()),
                "careUntil", text(child.careUntil()), "caredFor", fact(child.caredFor(), value -> value),
                "livesInJapan", fact(child.livesInJapan(), value -> value),
                "facility", child.facility().stream().map(stay -> map("from", text(stay.from()), "until", text(stay.until()))).toList());
    }

    private static ChildAllowanceFacts.Child child(Plain child) {
        return new ChildAllowanceFacts.Child(
                child.text("id"),
                child.date("birthDate"),
                child.date("careFrom"),
                child.dateOrNone("careUntil"),
                child.fact("caredFor", Boolean.class::cast),
                child.fact("livesInJapan", Boolean.class::cast),
                child.objects("facility")
                        .map(stay -> new ChildAllowanceFacts.Stay(stay.date("from"), stay.dateOrNone("until")))
                        .toList());
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

    private static <T> Map<String, Object> fact(Fact<T> fact, Function<T, Object> plain) {
        return switch (fact) {
            case Fact.Known<T>(T value, String source) -> map("known", plain.apply(value), "source", source);
            case Fact.KnownNone<T>(String source) -> map("none", true, "source", source);
            case Fact.Unknown<T>(String why) -> map("unknown", why);
        };
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }
}
