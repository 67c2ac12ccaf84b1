package jp.todoke.contracts;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.format.Format;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** Formats of text in our documents, beside those of OpenAPI. A string that names none of either is a {@link #LINE}. */
enum TextFormat implements Format {
    LINE("line", text -> true, ""),
    /** Several lines, e.g. a caseworker's note. */
    LINES("lines", text -> true, ""),
    NAME("name", Characters::isName, "氏名は全角文字で、文字から始めて入力してください。"),
    NAME_KANA("name-kana", Characters::isNameKana, "フリガナはカタカナで入力してください。"),
    ADDRESS("address", Characters::isAddress, "住所は文字または数字から始めて入力してください。"),
    MUNICIPALITY("municipality-code", CheckDigits::isMunicipality, "全国地方公共団体コードを、検査数字を含む半角数字6桁で指定してください。"),
    KOJINBANGO("kojinbango", CheckDigits::isKojinbango, "個人番号を、検査用数字を含む半角数字12桁で指定してください。");

    static final String CHARACTERS = "使用できない文字（制御文字、表示の向きを変える文字、私用領域の外字、不完全な文字）を取り除いてください。";

    private final String name;
    private final Predicate<String> form;
    private final String messageJa;

    TextFormat(String name, Predicate<String> form, String messageJa) {
        this.name = name;
        this.form = form;
        this.messageJa = messageJa;
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean matches(ExecutionContext context, String text) {
        return hasGoodCharacters(text) && form.test(text);
    }

    private boolean hasGoodCharacters(String text) {
        return this == LINES ? Characters.isText(text) : Characters.isLine(text);
    }

    static Optional<TextFormat> named(String name) {
        return Arrays.stream(values()).filter(format -> format.name.equals(name)).findFirst();
    }

    /** What is wrong with a text that does not match. */
    Violation violation(String pointer, String text) {
        return hasGoodCharacters(text) ? new Violation(pointer, "FORMAT", messageJa) : new Violation(pointer, "CHARACTER", CHARACTERS);
    }
}
