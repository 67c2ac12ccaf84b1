package jp.todoke.benefits.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.Programme;
import jp.todoke.benefits.municipality.MunicipalityProfile;
import jp.todoke.benefits.municipality.MunicipalityProfile.Account;
import jp.todoke.benefits.municipality.MunicipalityProfile.BankFile;
import jp.todoke.benefits.municipality.MunicipalityProfile.Paying;
import jp.todoke.benefits.notices.Letter.Kind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class ChildRearingLetterTest {
    private static final MunicipalityProfile CITY = new MunicipalityProfile("届野市", "届野市長", "届野市こども未来部子育て支援課", "架空県知事",
            Map.of(Programme.Code.CHILD_REARING_ALLOWANCE, new Paying(11, "2", "ジドウフヨウテアテ")),
            new BankFile(new Account("0001", "001", "9", "0000001"), false, false));
    private static final LetterPrinter PRINTER = new LetterPrinter();

    @Test
    void certifiesFullPayment() {
        var printed = print(RearingDecisions.inFull());

        assertThat(printed.kind()).isEqualTo(Kind.CERTIFICATION);
        assertThat(text(printed)).contains("児童扶養手当認定通知書", "第D-R08-000077号", "令和8年11月16日付けで請求のありました児童扶養手当",
                "児童扶養手当法（昭和36年法律第238号", "第6条第1項の規定により", "令和8年12月分から支給します（法第7条第1項）", "届野夏子", "令和元年8月1日",
                "令和8年12月分から令和9年10月分まで", "全部支給", "48,050円", "令和9年1月期", "令和9年1月8日", "令和9年3月11日", "96,100円", "1月、3月、5月、7月、9月、11月",
                "児童扶養手当証書は、別に交付します", "令和9年11月分以後の額は、その前年の所得により", "架空県知事に対して審査請求", "3か月以内", "6か月以内", "届野市を被告として")
                .doesNotContain("一部支給停止の後", "全部を支給しない理由");
    }

    @Test
    void showsStepByStepWhatIsLeftAndWhy() {
        String text = text(print(RearingDecisions.inPart()));

        assertThat(text).contains("一部支給", "48,050円", "36,690円", "26,690円", "13,350円", "法第13条の3の規定による一部支給停止の後の額", "全部を支給しない理由",
                "限度額以上であるため、手当の一部を支給することができません。（児童扶養手当法施行令第2条の4第2項）", "（児童扶養手当法第13条の2第2項）");
    }

    @Test
    void tellsAFullSuspensionAsOne() {
        var printed = print(RearingDecisions.suspended());

        assertThat(printed.kind()).isEqualTo(Kind.SUSPENSION);
        assertThat(text(printed)).contains("児童扶養手当支給停止通知書", "受給資格を認定しましたが", "令和8年12月分から令和9年10月分までの手当の全部の支給を停止します", "全部停止", "0円",
                "（児童扶養手当法第10条）", "児童扶養手当証書は交付しません", "架空県知事に対して審査請求", "6か月以内").doesNotContain("支払予定日", "振込先");
        assertThatThrownBy(() -> print(RearingDecisions.suspendedWithoutReasons())).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("行政手続法第14条");
    }

    @Test
    void tellsARefusalByItsOwnAct() {
        var printed = print(RearingDecisions.refused());

        assertThat(printed.kind()).isEqualTo(Kind.REFUSAL);
        assertThat(text(printed)).contains("児童扶養手当認定請求却下通知書", "児童扶養手当法（昭和36年法律第238号）第6条第1項の規定による認定をしないこととし", "最初の3月31日",
                "（児童扶養手当法第3条第1項）", "架空県知事に対して審査請求").doesNotContain("児童手当法", "児童手当の");
    }

    private static LetterPrinter.Printed print(IssuedDecision decision) {
        LetterPrinter.Printed printed = PRINTER.print(decision, CITY, "みずほ 東京営業部 普通 ****123");
        assertThat(printed.losses()).isEmpty();
        try {
            java.nio.file.Files.write(
                    java.nio.file.Path.of("/tmp/letter-" + decision.outcome() + decision.reasons().size() + printed.kind() + ".pdf"),
                    printed.pdf());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return printed;
    }

    private static String text(LetterPrinter.Printed printed) {
        try (PDDocument document = Loader.loadPDF(printed.pdf())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\n\\r　]", "").replaceAll("[0-9] ?／ ?[0-9]", "");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
