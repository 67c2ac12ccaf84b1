package jp.todoke.integration.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;
import jp.todoke.contracts.Characters;
import org.jspecify.annotations.Nullable;

/** Values of one application form; each that cannot be true is a finding at its place, and absent from what is read. */
final class FormItems {
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_NAME = 100;
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    /**
     * 口座名義 as banks keep it, in either width: people without a Japanese name have Latin letters there, firms digits. It begins with one of them, so
     * that no table reads a formula.
     */
    private static final Pattern HOLDER = Pattern.compile(
            "(?![ \\u3000.,()\\-\\uFF08\\uFF09\\uFF0C-\\uFF0E])"
                    + "[\\u30A0-\\u30FF\\uFF65-\\uFF9F\\u3000 A-Za-z0-9.,()\\-\\uFF21-\\uFF3A\\uFF41-\\uFF5A\\uFF10-\\uFF19\\uFF08\\uFF09\\uFF0C-\\uFF0E]+");
    /** Below a hundred million yen a year; nobody means more. */
    private static final Pattern YEN = Pattern.compile("0|[1-9][0-9]{0,7}");

    private final Findings findings;
    private final LocalDate arrived;

    /** @param arrived day of arrival in Japan; nothing in the form may lie after it */
    FormItems(Findings findings, LocalDate arrived) {
        this.findings = findings;
        this.arrived = arrived;
    }

    void wrong(String pointer, String code, String messageJa) {
        findings.add(pointer, code, messageJa);
    }

    @Nullable
    String name(XmlItems items, String name) {
        String text = items.text(name);
        if (text != null && (Characters.count(text) > LONGEST_NAME || !Characters.isName(text))) {
            findings.add(items.pointer(name), "INVALID", "氏名は全角で100文字まで、文字から始めて記入してください。");
            return null;
        }
        return text;
    }

    @Nullable
    String kana(XmlItems items, String name) {
        String text = items.text(name);
        if (text != null && (Characters.count(text) > LONGEST_NAME || !Characters.isNameKana(text))) {
            findings.add(items.pointer(name), "INVALID", "カタカナで100文字までで記入してください。");
            return null;
        }
        return text;
    }

    @Nullable
    String holder(XmlItems items) {
        String text = items.text("holderKana");
        if (text != null && (text.length() > LONGEST_NAME || !HOLDER.matcher(text).matches())) {
            findings.add(items.pointer("holderKana"), "INVALID", "口座名義は通帳のとおり、カタカナ・英数字・空白と ( ) - . で記入してください。");
            return null;
        }
        return text;
    }

    @Nullable
    LocalDate birth(XmlItems items) {
        return day(items, "birthDate");
    }

    /** A calendar day of a living memory, not after the arrival. */
    @Nullable
    LocalDate day(XmlItems items, String name) {
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

    @Nullable
    Boolean flag(XmlItems items, String name) {
        String text = oneOf(items, name, Set.of("true", "false"));
        return text == null ? null : Boolean.valueOf(text);
    }

    /** Whole yen. */
    @Nullable
    Long yen(XmlItems items, String name) {
        String text = items.text(name);
        if (text != null && !YEN.matcher(text).matches()) {
            findings.add(items.pointer(name), "INVALID", "金額は円単位の半角数字（0以上・8桁まで）で記入してください。");
            return null;
        }
        return text == null ? null : Long.valueOf(text);
    }

    @Nullable
    String digits(XmlItems items, String name, int count) {
        String text = items.text(name);
        if (text != null && !text.matches("[0-9]{" + count + "}")) {
            findings.add(items.pointer(name), "INVALID", "半角数字" + count + "桁で記入してください。");
            return null;
        }
        return text;
    }

    @Nullable
    String oneOf(XmlItems items, String name, Set<String> allowed) {
        String text = items.text(name);
        if (text != null && !allowed.contains(text)) {
            findings.add(items.pointer(name), "INVALID", "選択肢にない値です。");
            return null;
        }
        return text;
    }
}
