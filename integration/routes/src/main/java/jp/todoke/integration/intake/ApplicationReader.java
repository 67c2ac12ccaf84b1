package jp.todoke.integration.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.todoke.api.linkage.model.AccountChoice;
import jp.todoke.api.linkage.model.Applicant;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.ClaimCause;
import jp.todoke.api.linkage.model.CountedSibling;
import jp.todoke.api.linkage.model.FamilyMember;
import org.jspecify.annotations.Nullable;

/**
 * application.xml of 認定請求 (児童手当): form only. Whether somebody is entitled is not judged here; an item that cannot be
 * true, such as a birth after the day of arrival, is a mistake of the form.
 */
final class ApplicationReader {
    static final String FILE = "application.xml";
    private static final String NAMESPACE = "urn:todoke:child-allowance:1";
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_CHILDREN = 30;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern KANA = Pattern.compile("[\\u30A0-\\u30FF\\uFF65-\\uFF9F\\u3000 .,()\\-]+");
    /** 口座名義 as banks keep it, in either width: people without a Japanese name have Latin letters there, firms digits. */
    private static final Pattern HOLDER = Pattern.compile(
            "[\\u30A0-\\u30FF\\uFF65-\\uFF9F\\u3000 A-Za-z0-9.,()\\-\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF10-\\uFF19\\uFF08\\uFF09\\uFF0C-\\uFF0E]+");

    private final Findings findings;
    private final LocalDate arrived;

    /** @param arrived day of arrival in Japan; nothing in the form may lie after it */
    ApplicationReader(Findings findings, LocalDate arrived) {
        this.findings = findings;
        this.arrived = arrived;
    }

    /** The application; incomplete when there are findings. */
    Application read(byte[] xml) {
        var application = new Application();
        XmlItems root = XmlItems.root(xml, FILE, NAMESPACE, "application", findings);
        if (root == null) {
            return application;
        }
        root.only(Set.of("applicant", "spouse", "children", "countedSiblings", "cause", "separation", "account"));
        application.applicant(applicant(root.required("applicant"))).children(children(root.required("children")))
                .countedSiblings(siblings(root.optional("countedSiblings"))).cause(cause(root.required("cause")))
                .separation(flag(root, "separation"))
                .account(account(root.required("account")));
        XmlItems spouse = root.optional("spouse");
        return spouse == null ? application : application.spouse(member(spouse));
    }

    private @Nullable Applicant applicant(@Nullable XmlItems items) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("name", "kana", "birthDate", "occupation"));
        String occupation = oneOf(items, "occupation", Set.of("EMPLOYEE", "SELF_EMPLOYED", "PUBLIC_SERVANT", "NONE"));
        return new Applicant().name(name(items, "name")).kana(kana(items, "kana")).birthDate(birth(items))
                .occupation(occupation == null ? null : Applicant.OccupationEnum.fromValue(occupation));
    }

    private List<FamilyMember> children(@Nullable XmlItems items) {
        if (items == null) {
            return List.of();
        }
        items.only(Set.of("child"));
        List<XmlItems> each = items.each("child");
        if (each.isEmpty() || each.size() > MOST_CHILDREN) {
            findings.add("/" + FILE + "/children", "INVALID", "児童を1人以上（30人まで）記入してください。");
        }
        List<FamilyMember> children = each.stream().map(this::member).toList();
        refuseRepeated(children);
        return children;
    }

    /** The same child on two lines would be counted and paid twice. */
    private void refuseRepeated(List<FamilyMember> children) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < children.size(); i++) {
            FamilyMember child = children.get(i);
            if (child.getName() != null && child.getBirthDate() != null
                    && !seen.add(child.getBirthDate() + child.getName().replaceAll("[\\s\\u3000]", ""))) {
                findings.add("/" + FILE + "/children/" + i, "REPEATED", "同じ児童が2回記入されています。");
            }
        }
    }

    private FamilyMember member(XmlItems items) {
        items.only(Set.of("name", "birthDate", "livesTogether"));
        return new FamilyMember().name(name(items, "name")).birthDate(birth(items)).livesTogether(flag(items, "livesTogether"));
    }

    private List<CountedSibling> siblings(@Nullable XmlItems items) {
        List<CountedSibling> siblings = new ArrayList<>();
        if (items == null) {
            return siblings;
        }
        items.only(Set.of("sibling"));
        List<XmlItems> each = items.each("sibling");
        if (each.size() > MOST_CHILDREN) {
            findings.add("/" + FILE + "/countedSiblings", "INVALID", "30人まで記入してください。");
        }
        for (XmlItems sibling : each) {
            sibling.only(Set.of("name", "birthDate", "declaredOn"));
            siblings.add(new CountedSibling().name(name(sibling, "name")).birthDate(birth(sibling)).declaredOn(day(sibling, "declaredOn")));
        }
        return siblings;
    }

    private @Nullable ClaimCause cause(@Nullable XmlItems items) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("kind", "on"));
        String kind = oneOf(items, "kind", Set.of("BIRTH", "MOVED_IN", "NONE"));
        if (kind == null) {
            return null;
        }
        var cause = new ClaimCause().kind(ClaimCause.KindEnum.fromValue(kind));
        if (!kind.equals("NONE")) {
            return cause.on(day(items, "on"));
        }
        if (items.has("on")) {
            findings.add(items.pointer("on"), "NOT_ALLOWED", "事由がないときは、事由の発生日を記入しないでください。");
        }
        return cause;
    }

    private @Nullable AccountChoice account(@Nullable XmlItems items) {
        if (items == null) {
            return null;
        }
        items.only(Set.of("usePublicAccount", "bankCode", "branchCode", "type", "number", "holderKana"));
        boolean named = items.has("bankCode") || items.has("branchCode") || items.has("type") || items.has("number")
                || items.has("holderKana");
        Boolean registered = items.has("usePublicAccount") ? flag(items, "usePublicAccount") : Boolean.FALSE;
        if (Boolean.TRUE.equals(registered) == named) {
            findings.add("/" + FILE + "/account", "INVALID", "公金受取口座の利用か、振込先口座の記入か、どちらか一方を選んでください。");
            return null;
        }
        return named ? new AccountChoice().usePublicAccount(false).account(bankAccount(items)) : new AccountChoice().usePublicAccount(true);
    }

    private BankAccount bankAccount(XmlItems items) {
        String type = oneOf(items, "type", Set.of("1", "2", "4", "9"));
        return new BankAccount().bankCode(digits(items, "bankCode", 4)).branchCode(digits(items, "branchCode", 3))
                .accountType(type == null ? null : BankAccount.AccountTypeEnum.fromValue(type)).accountNumber(digits(items, "number", 7))
                .holderKana(holder(items));
    }

    private @Nullable String name(XmlItems items, String name) {
        String text = items.text(name);
        if (text != null && (text.codePointCount(0, text.length()) > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl))) {
            findings.add(items.pointer(name), "INVALID", "氏名は100文字までで、改行などは使えません。");
            return null;
        }
        return text;
    }

    private @Nullable String kana(XmlItems items, String name) {
        String text = name(items, name);
        if (text != null && !KANA.matcher(text).matches()) {
            findings.add(items.pointer(name), "INVALID", "カタカナで記入してください。");
            return null;
        }
        return text;
    }

    private @Nullable String holder(XmlItems items) {
        String text = name(items, "holderKana");
        if (text != null && !HOLDER.matcher(text).matches()) {
            findings.add(items.pointer("holderKana"), "INVALID", "口座名義は通帳のとおり、カタカナ・英数字・空白と ( ) - . で記入してください。");
            return null;
        }
        return text;
    }

    private @Nullable LocalDate birth(XmlItems items) {
        return day(items, "birthDate");
    }

    /** A calendar day of a living memory, not after the arrival. */
    private @Nullable LocalDate day(XmlItems items, String name) {
        String text = items.text(name);
        if (text == null) {
            return null;
        }
        try {
            LocalDate day = DATE.matcher(text).matches() ? LocalDate.parse(text) : null;
            if (day != null && day.isBefore(EARLIEST)) {
                findings.add(items.pointer(name), "IMPOSSIBLE", "1900年より前の日付です。");
                return null;
            }
            if (day != null && !day.isAfter(arrived)) {
                return day;
            }
            findings.add(items.pointer(name), day == null ? "INVALID" : "IMPOSSIBLE",
                    day == null ? "日付は YYYY-MM-DD の形で記入してください。" : "申請の到達日より後の日付です。");
        } catch (DateTimeException e) {
            findings.add(items.pointer(name), "IMPOSSIBLE", "暦にない日付です。");
        }
        return null;
    }

    private @Nullable Boolean flag(XmlItems items, String name) {
        String text = oneOf(items, name, Set.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    private @Nullable String digits(XmlItems items, String name, int count) {
        String text = items.text(name);
        if (text != null && !text.matches("[0-9]{" + count + "}")) {
            findings.add(items.pointer(name), "INVALID", "半角数字" + count + "桁で記入してください。");
            return null;
        }
        return text;
    }

    private @Nullable String oneOf(XmlItems items, String name, Set<String> allowed) {
        String text = items.text(name);
        if (text != null && !allowed.contains(text)) {
            findings.add(items.pointer(name), "INVALID", "選択肢にない値です。");
            return null;
        }
        return text;
    }
}
