package jp.todoke.benefits.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import jp.todoke.benefits.cases.IssuedDecision.Recipient;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.Programme;
import jp.todoke.benefits.municipality.MunicipalityProfile.Account;
import jp.todoke.benefits.municipality.MunicipalityProfile.BankFile;
import jp.todoke.benefits.municipality.MunicipalityProfile.Paying;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterPrinterTest {
    private static final MunicipalityProfile CITY = new MunicipalityProfile("届野市", "届野市長", "届野市こども未来部子育て支援課", "架空県知事",
            Map.of(Programme.Code.CHILD_ALLOWANCE, new Paying(10, "1", "ジドウテアテ"), Programme.Code.CHILD_REARING_ALLOWANCE,
                    new Paying(11, "2", "ジドウフヨウテアテ")),
            new BankFile(new Account("0001", "001", "9", "0000001"), false, false));
    private static final LetterPrinter PRINTER = new LetterPrinter();

    @ParameterizedTest(name = "the certification shows {0}")
    @ValueSource(strings = {"第2026-000123号", "令和8年11月20日", "届野市みなと町一丁目2番3-405号", "届野　花子　様", "届野市長", "児童手当認定通知書", "令和8年11月16日付けで請求",
            "児童手当法（昭和46年法律第73号", "第7条第1項の規定により", "令和8年12月分から支給します", "届野　一郎", "令和元年5月1日", "第1子", "10,000円", "届野　二葉", "令和6年6月20日", "第2子",
            "15,000円",
            "令和9年7月分から", "以後も、各支払期月に", "届野　一郎　18歳に達する日以後の最初の3月31日の属する令和20年3月分をもって支給が終わります", "令和9年2月期", "令和9年2月10日", "令和8年12月分、令和9年1月分",
            "50,000円",
            "令和9年4月9日", "みずほ 東京営業部 普通 ****123", "架空県知事に対して審査請求", "3か月以内", "6か月以内",
            "1年を経過すると", "届野市を被告として", "代表する者は、届野市長", "問合せ先　届野市こども未来部子育て支援課"})
    void certificationHoldsWhatTheLawDemands(String element) {
        assertThat(text(Decisions.granted())).contains(element.replace("　", ""));
    }

    @ParameterizedTest(name = "the refusal shows {0}")
    @ValueSource(strings = {"第2026-000124号", "児童手当認定請求却下通知書", "請求を却下しました", "公務員であるため、所属庁の長が認定し", "児童手当法第17条第1項", "届野　一郎", "請求日令和8年11月16日",
            "架空県知事に対して審査請求",
            "届野市を被告として"})
    void refusalHoldsFactsProvisionAndWhy(String element) {
        assertThat(text(Decisions.refused())).contains(element.replace("　", ""));
    }

    @Test
    void 事故_19_makesNoLetterWhoseSumsAreNotThoseOfTheDecision() {
        assertThatThrownBy(() -> print(Decisions.grantedWithAPlanOff(1)))
                .hasMessage("the letter would show other sums than were decided: a payment");
    }

    @Test
    void 事故_23_datesTheLetterByTheDecisionAndPrintsItTheSameOnAnyDay() throws IOException {
        byte[] first = print(Decisions.granted()).pdf();
        byte[] second = print(Decisions.granted()).pdf();

        assertThat(second).isEqualTo(first);
        try (PDDocument document = Loader.loadPDF(first)) {
            assertThat(document.getDocumentInformation().getCreationDate().toInstant()).isEqualTo("2026-11-19T15:00:00Z");
        }
    }

    @Test
    void printsNoAddressUnder支援措置() {
        Recipient recipient = new Recipient("000000000000001", "届野　花子", "トドケノ ハナコ", "届野市みなと町一丁目2番3-405号", true);

        assertThat(text(Decisions.grantedTo(recipient))).contains("届野花子様").doesNotContain("みなと町");
    }

    @Test
    void stripsVariationSelectorsAndSaysSo() {
        Recipient recipient = new Recipient("000000000000001", "辻\uDB40\uDD00　𠮷\uDBFB\uDE92子", "ツジ ヨシコ", null, false);

        var printed = print(Decisions.grantedTo(recipient));

        assertThat(textOf(printed.pdf())).contains("辻𠮷〓子様");
        assertThat(printed.losses()).extracting(PrintableText.Loss::codePoint, PrintableText.Loss::kind, PrintableText.Loss::position)
                .containsExactly(tuple("U+E0100", "VARIATION_SELECTOR", 1),
                        tuple("U+10EE92", "NO_GLYPH", 4));
        assertThat(printed.losses()).extracting(PrintableText.Loss::field).containsOnly("recipient.name");
    }

    @ParameterizedTest
    @CsvSource({"2019-04-30, 平成31年4月30日, 令和元年5月", "2019-05-01, 令和元年5月1日, 令和元年6月", "2026-11-20, 令和8年11月20日, 令和8年12月",
            "2005-03-31, 平成17年3月31日, 平成17年4月"})
    void writesDatesInErasAndTheFirstYearAs元年(LocalDate day, String written, String nextMonth) {
        assertThat(JapaneseDates.day(day)).isEqualTo(written);
        assertThat(JapaneseDates.month(YearMonth.from(day).plusMonths(1))).isEqualTo(nextMonth);
    }

    private static LetterPrinter.Printed print(IssuedDecision decision) {
        return PRINTER.print(decision, CITY, "みずほ 東京営業部 普通 ****123");
    }

    private static String text(IssuedDecision decision) {
        var printed = print(decision);
        assertThat(printed.losses()).isEmpty();
        return textOf(printed.pdf());
    }

    /** Lines are drawn one by one, so the text is compared without its breaks and full-width blanks. */
    private static String textOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).as("no letter without a glyph").doesNotContain("\uFFFD", "\u0000");
            return text.replaceAll("[\\n\\r　]", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
