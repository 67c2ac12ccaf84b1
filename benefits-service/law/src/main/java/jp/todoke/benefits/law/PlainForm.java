package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The facts every programme has, in plain maps, both ways: what was stored with a decision is what replays it. */
public final class PlainForm {
    private PlainForm() {}

    /** Names and values in turn; the order of writing is the order of the map. */
    public static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
        }
        return map;
    }

    public static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    public static <T> Map<String, Object> fact(Fact<T> fact, Function<T, Object> plain) {
        return switch (fact) {
            case Fact.Known<T>(T value, String source) -> map("known", plain.apply(value), "source", source);
            case Fact.KnownNone<T>(String source) -> map("none", true, "source", source);
            case Fact.Unknown<T>(String why) -> map("unknown", why);
        };
    }

    public static Map<String, Object> claim(Claim claim) {
        return map(
                "id", claim.id(), "kind", claim.kind().name(), "receivedOn", text(claim.receivedOn()), "children", claim.children(),
                "cause", map(
                        "kind", claim.cause().kind().name(), "on", text(claim.cause().on()), "since", text(claim.cause().since())));
    }

    public static Claim claim(Plain claim) {
        Plain cause = claim.object("cause");
        return new Claim(
                claim.text("id"), ClaimKind.valueOf(claim.text("kind")), claim.date("receivedOn"), claim.texts("children"),
                new Cause(CauseKind.valueOf(cause.text("kind")), cause.dateOrNone("on"), cause.dateOrNone("since")));
    }

    public static List<Map<String, Object>> stays(List<Stay> stays) {
        return stays.stream().map(stay -> map("from", text(stay.from()), "until", text(stay.until()))).toList();
    }

    public static List<Stay> stays(Plain owner, String name) {
        return owner.objects(name).map(stay -> new Stay(stay.date("from"), stay.dateOrNone("until"))).toList();
    }

    public static Map<String, Object> office(OfficeCalendar office) {
        return map(
                "holidays", office.holidays().stream().sorted().map(LocalDate::toString).toList(),
                "closedAtYearEnd", office.closedAtYearEnd());
    }

    public static OfficeCalendar office(Plain office) {
        return new OfficeCalendar(
                Set.copyOf(office.texts("holidays").stream().map(LocalDate::parse).collect(Collectors.toSet())),
                office.flag("closedAtYearEnd"));
    }

    public static Map<String, Object> income(Income income) {
        Income.Dependants dependants = income.dependants();
        return map(
                "year", (long) income.year(), "source", income.source(),
                "dependants", map(
                        "total", (long) dependants.total(), "elderly", (long) dependants.elderly(),
                        "specific", (long) dependants.specific(), "aged16to18", (long) dependants.aged16to18(),
                        "elderlySpouse", dependants.elderlySpouse()),
                "content", switch (income.content()) {
                    case Income.Undeclared _ -> map("undeclared", true);
                    case Income.Assessed(Yen yen) -> map("assessed", yen.value());
                    case Income.Components components -> components(components);
                });
    }

    public static Income income(Plain income) {
        Plain dependants = income.object("dependants");
        Plain content = income.object("content");
        Income.Content known = content.has("undeclared")
                ? new Income.Undeclared()
                : content.has("assessed") ? new Income.Assessed(content.yen("assessed")) : components(content);
        return new Income(
                number(income, "year"),
                new Income.Dependants(
                        number(dependants, "total"), number(dependants, "elderly"), number(dependants, "specific"),
                        number(dependants, "aged16to18"), dependants.flag("elderlySpouse")),
                known,
                income.text("source"));
    }

    private static Map<String, Object> components(Income.Components components) {
        Income.Earned earned = components.earned();
        Income.Deducted deducted = components.deducted();
        Income.Persons persons = components.persons();
        return map(
                "salary", earned.salary().value(), "pensionMisc", earned.pensionMisc().value(), "other", earned.other().value(),
                "childSupport", earned.childSupport().value(), "nonTaxablePension", earned.nonTaxablePension().value(),
                "casualtyLoss", deducted.casualtyLoss().value(), "medicalExpenses", deducted.medicalExpenses().value(),
                "smallBusinessMutualAid", deducted.smallBusinessMutualAid().value(), "spouseSpecial", deducted.spouseSpecial().value(),
                "specificRelative", deducted.specificRelative().value(),
                "disabled", (long) persons.disabled(), "speciallyDisabled", (long) persons.speciallyDisabled(),
                "workingStudent", persons.workingStudent(), "widow", persons.widow(), "singleParent", persons.singleParent());
    }

    private static Income.Components components(Plain content) {
        return new Income.Components(
                new Income.Earned(
                        content.yen("salary"), content.yen("pensionMisc"), content.yen("other"), content.yen("childSupport"),
                        content.yen("nonTaxablePension")),
                new Income.Deducted(
                        content.yen("casualtyLoss"), content.yen("medicalExpenses"), content.yen("smallBusinessMutualAid"),
                        content.yen("spouseSpecial"), content.yen("specificRelative")),
                new Income.Persons(
                        number(content, "disabled"), number(content, "speciallyDisabled"), content.flag("workingStudent"),
                        content.flag("widow"), content.flag("singleParent")));
    }

    private static int number(Plain plain, String name) {
        return Math.toIntExact(plain.number(name));
    }
}
