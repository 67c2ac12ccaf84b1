package jp.todoke.benefits.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class NoticeTest extends BenefitsTestSystem {

    @Test
    void isMadeWithTheDecisionAndKeptUnchanged() throws IOException {
        Reply decided = decided(TestFamily.couple(), HERE);

        Reply first = get(pathOf(decided) + "/notice", caseworker());
        Reply second = get(pathOf(decided) + "/notice", user("auditor", HERE));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.raw().headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(second.raw().body()).isEqualTo(first.raw().body());
        assertThat(first.raw().headers().firstValue("X-Content-SHA256").stream().toList())
                .isEqualTo(query("select sha256 from benefits.notice where case_id = ?::uuid", decided.at("/caseId").asString()));
        assertThat(text(first)).contains("児童手当認定通知書", "第" + decided.at("/decision/decisionNumber").asString() + "号", "令和8年11月16日",
                "15,000円", "30,000円",
                "令和9年2月10日", "令和11年12月分から3歳以上の児童の額になり", "令和27年3月分をもって支給が終わります", "****", "東京都届野市中央");
        assertThat(get(pathOf(decided) + "/notice", user("caseworker", NEIGHBOUR)).status()).isEqualTo(404);
    }

    @Test
    void namesNeitherAddressNorBankUnder支援措置() throws IOException {
        TestFamily family = TestFamily.singleParent().ownAccount("シケン　チチ").attached("tsucho.pdf").register("01", "supportMeasure", true);
        Reply decided = decided(family, HERE);

        String text = text(get(pathOf(decided) + "/notice", caseworker()));

        assertThat(text).contains("児童手当認定通知書").doesNotContain("届野市中央", "****");
    }

    @Test
    void tellsARefusalWithItsReasons() throws IOException {
        Reply decided = decided(TestFamily.couple().occupation("PUBLIC_SERVANT"), HERE);

        String text = text(get(pathOf(decided) + "/notice", caseworker()));

        assertThat(decided.at("/decision/outcome").asString()).isEqualTo("REFUSED");
        assertThat(text).contains("児童手当認定請求却下通知書", "公務員であるため", "児童手当法第17条第1項", "架空県知事");
    }

    @Test
    void tellsWhatWasDecidedOn児童扶養手当() throws IOException {
        Reply decided = decided(TestFamily.divorcedMother().taxItems("01", 1_680_000, 1, Map.of()), HERE);
        Reply suspended = decided(TestFamily.divorcedMother().supporter("21", "祖父", 2_540_000), HERE);

        String certification = text(get(pathOf(decided) + "/notice", caseworker()));
        String suspension = text(get(pathOf(suspended) + "/notice", caseworker()));

        assertThat(certification).contains("児童扶養手当認定通知書", "36,690円", "一部支給", "令和9年1月8日", "****", "（児童扶養手当法施行令第2条の4第2項）");
        assertThat(suspension).contains("児童扶養手当支給停止通知書", "全部停止", "（児童扶養手当法第10条）").doesNotContain("振込先");
        assertThat(query("select kind from benefits.notice where case_id = ?::uuid", suspended.at("/caseId").asString()))
                .containsExactly("SUSPENSION");
    }

    @Test
    void isNotThereBeforeTheDecision() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(get(pathOf(opened) + "/notice", caseworker()).status()).isEqualTo(404);
        assertThat(get(pathOf(opened) + "/notice", user("payments", HERE)).status()).isEqualTo(403);
    }

    private static String text(Reply notice) throws IOException {
        try (PDDocument document = Loader.loadPDF(notice.raw().body())) {
            return new PDFTextStripper().getText(document).replaceAll("[\\n\\r　]", "").replaceAll("[0-9] ?／ ?[0-9]", "");
        }
    }
}
