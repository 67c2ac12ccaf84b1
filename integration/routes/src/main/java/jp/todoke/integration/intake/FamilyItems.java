package jp.todoke.integration.intake;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.api.linkage.model.AccountChoice;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.ClaimCause;
import jp.todoke.api.linkage.model.FamilyMember;
import org.jspecify.annotations.Nullable;

/** The parts that the forms of both programmes have in common: children, cause, account. */
final class FamilyItems {
    static final int MOST_CHILDREN = 30;

    private final FormItems form;

    FamilyItems(FormItems form) {
        this.form = form;
    }

    List<FamilyMember> children(@Nullable XmlItems items) {
        if (items == null) {
            return List.of();
        }
        items.only(Set.of("child"));
        List<XmlItems> each = items.each("child");
        if (each.isEmpty() || each.size() > MOST_CHILDREN) {
            form.wrong(items.pointer(), "INVALID", "児童を1人以上（30人まで）記入してください。");
        }
        List<FamilyMember> children = each.stream().map(this::member).toList();
        var seen = new HashSet<String>();
        for (int i = 0; i < children.size(); i++) {
            FamilyMember child = children.get(i);
            refuseRepeated(seen, child.getName(), child.getBirthDate(), items.pointer(Integer.toString(i)), "同じ児童が2回記入されています。");
        }
        return children;
    }

    /** The same person on two lines would be counted, and a child paid, twice. */
    void refuseRepeated(Set<String> seen, @Nullable String name, @Nullable LocalDate birthDate, String pointer, String messageJa) {
        if (name != null && birthDate != null && !seen.add(birthDate + name.replaceAll("[\\s\\u3000]", ""))) {
            form.wrong(pointer, "REPEATED", messageJa);
        }
    }

    FamilyMember member(XmlItems items) {
        items.only(Set.of("name", "birthDate", "livesTogether"));
        return new FamilyMember().name(form.name(items, "name")).birthDate(form.birth(items))
                .livesTogether(form.flag(items, "livesTogether"));
    }

    @Nullable
    ClaimCause cause(@Nullable XmlItems items, Set<String> kinds) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("kind", "on"));
        String kind = form.oneOf(items, "kind", kinds);
        if (kind == null) {
            return null;
        }
        var cause = new ClaimCause().kind(ClaimCause.KindEnum.fromValue(kind));
        if (!kind.equals("NONE")) {
            return cause.on(form.day(items, "on"));
        }
        if (items.has("on")) {
            form.wrong(items.pointer("on"), "NOT_ALLOWED", "事由がないときは、事由の発生日を記入しないでください。");
        }
        return cause;
    }

    @Nullable
    AccountChoice account(@Nullable XmlItems items) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("usePublicAccount", "bankCode", "branchCode", "type", "number", "holderKana"));
        boolean named = items.has("bankCode") || items.has("branchCode") || items.has("type") || items.has("number")
                || items.has("holderKana");
        Boolean registered = items.has("usePublicAccount") ? form.flag(items, "usePublicAccount") : Boolean.FALSE;
        if (Boolean.TRUE.equals(registered) == named) {
            form.wrong(items.pointer(), "INVALID", "公金受取口座の利用か、振込先口座の記入か、どちらか一方を選んでください。");
            return null;
        }
        return named ? new AccountChoice().usePublicAccount(false).account(bankAccount(items)) : new AccountChoice().usePublicAccount(true);
    }

    private BankAccount bankAccount(XmlItems items) {
        String type = form.oneOf(items, "type", Set.of("1", "2", "4", "9"));
        return new BankAccount().bankCode(form.digits(items, "bankCode", 4)).branchCode(form.digits(items, "branchCode", 3))
                .accountType(type == null ? null : BankAccount.AccountTypeEnum.fromValue(type))
                .accountNumber(form.digits(items, "number", 7))
                .holderKana(form.holder(items));
    }
}
