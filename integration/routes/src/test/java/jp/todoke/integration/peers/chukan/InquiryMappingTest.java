package jp.todoke.integration.peers.chukan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.evidence.Layouts;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.model.InquiryAcceptance;
import jp.todoke.peers.chukan.model.InquiryRegistration;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.peers.chukan.model.InquiryStatus;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class InquiryMappingTest {
    private static final JsonMapper JSON = ApiClient.createDefaultMapper(null);
    private static final LegalTuple TAX = new LegalTuple("0220113999801700", "JM01000000106000", "JT01010000009901", "0220113998001700",
            "TM00000000000002", "番号法第19条第8号", "PROVISIONAL");
    private static final LegalTuple ACCOUNT = new LegalTuple("0220113999801700", "JM01000000106000", "JT01010000009902", "1419900000002200",
            "TM00000000000089", "番号法第19条第8号", "PROVISIONAL");
    private static final String DECLARED = "{'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000020','value':'1'}";
    private static final String INCOME = ",{'itemCd':'0200000490','value':'4210000'}";

    private final InquiryMapping mapping = new InquiryMapping(new Layouts(), () -> LocalDate.of(2026, 11, 16));

    private static Inquiry inquiry(Inquiry.Question question, boolean withheld) {
        var occasion = new Inquiry.Occasion(new UUID(0, 1), "C-2026-000001", "990", "KODOMO01", "u000123",
                Instant.parse("2026-11-15T16:01:02.003Z"), withheld);
        return new Inquiry(new Municipality("139998"), new UUID(0, 2), occasion, question, new UUID(0, 3),
                new Inquiry.Stage(InquiryState.ACCEPTED, 0, "S-1"), Inquiry.Origin.UNKNOWN);
    }

    private static Inquiry tax() {
        return inquiry(new Inquiry.NetworkQuestion(InformationKind.TAX, TAX, "000000000000101", 2026, false), false);
    }

    private static Inquiry account() {
        return inquiry(new Inquiry.NetworkQuestion(InformationKind.ACCOUNT, ACCOUNT, "000000000000101", null, false), true);
    }

    private PeerReply answer(Inquiry asked, String kind, String about, String layout, String items) {
        String tm = ((Inquiry.NetworkQuestion) asked.question()).basis().tmCd();
        String body = """
                {'state':'COMPLETED','resultKind':'%s','atenabango':'%s','tokuteikojinjohomeiCd':'%s','layout':%s,'items':[%s]}"""
                .formatted(kind, about, tm, layout.replace("TM", tm), items).replace('\'', '"');
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return mapping.toAnswer(new ChukanMessages.Pulled(asked, JSON.readValue(bytes, InquiryResult.class), bytes));
    }

    private static String layout(String han) {
        return "{'tm':'TM','datasetNo':'0001','hanNo':'" + han + "'}";
    }

    private static String kind(PeerReply reply) {
        return reply instanceof PeerReply.Answered answered
                ? answered.answer().getClass().getSimpleName()
                : reply.getClass().getSimpleName();
    }

    @Test
    void registersEveryFieldOfTheRecord() {
        ChukanMessages.Registration registration = mapping.toRegistration(tax());

        InquiryRegistration body = registration.body();
        assertThat(registration.headers())
                .isEqualTo(new ChukanMessages.Headers("IF_SKI_10111", new UUID(0, 3).toString(), "C-2026-000001", "u000123", "990"));
        assertThat(body.getShikibetsu()).isEqualTo("01");
        assertThat(body.getShokaiiraiNichiji()).as("in Japan").isEqualTo("20261116010102003");
        assertThat(body.getShokaisha().getKikanCd()).isEqualTo("0220113999801700");
        assertThat(body.getShokaisha().getBushoCd()).isEqualTo("KODOMO01");
        assertThat(body.getShokaisha().getUserId()).isEqualTo("u000123");
        assertThat(body.getShokaisokuFukaijiCd()).isEqualTo("0");
        assertThat(body.getJimuCd()).isEqualTo("JM01000000106000");
        assertThat(body.getJimutetsuzukiCd()).isEqualTo("JT01010000009901");
        assertThat(body.getTeikyosha().getKikanCd()).isEqualTo("0220113998001700");
        assertThat(body.getTokuteikojinjohomeiCd()).isEqualTo("TM00000000000002");
        assertThat(body.getJoken().getNendo()).isEqualTo("2026");
    }

    @Test
    void withholdsTheRecordOfAProtectedPersonAndNamesNoYearForAnAccount() {
        InquiryRegistration body = mapping.toRegistration(account()).body();

        assertThat(body.getShokaisokuFukaijiCd()).isEqualTo("1");
        assertThat(body.getJoken().getNendoKbn()).isEqualTo("0");
        assertThat(body.getJoken().getNendo()).isNull();
    }

    @Test
    void neverAsksThe住基ネットQuestionHere() {
        var question = new Inquiry.IdentityQuestion(new JukiPurpose("0220113999801700", "P", "住民基本台帳法", "PROVISIONAL"), "届野",
                LocalDate.of(1990, 4, 5));

        assertThatThrownBy(() -> mapping.toRegistration(inquiry(question, false))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsAcceptanceAndProgress() {
        var acceptance = new InquiryAcceptance().uketsukeBango("S-1")
                .acceptedAt(java.time.OffsetDateTime.parse("2026-11-16T09:00:00+09:00")).retryAfterMillis(750L);
        var waiting = new InquiryStatus().state(InquiryStatus.StateEnum.WAITING_PROVIDER).shoriTsuban("T-1").retryAfterMillis(0L);

        assertThat(mapping.toAccepted(acceptance))
                .isEqualTo(new PeerReply.Accepted("S-1", Instant.parse("2026-11-16T00:00:00Z"), Duration.ofMillis(750)));
        assertThat(mapping.toProgress(waiting)).isEqualTo(new PeerReply.Progress(InquiryState.WAITING_PROVIDER, "T-1", Duration.ZERO));
        for (InquiryStatus.StateEnum state : InquiryStatus.StateEnum.values()) {
            assertThat(mapping.toProgress(new InquiryStatus().state(state))).isInstanceOf(PeerReply.Progress.class);
        }
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource({"NOT_APPLICABLE,NotApplicable", "NO_COPY,NoCopy", "PERSON_UNKNOWN,PersonUnknown", "REFUSED,Refused",
            "NOT_PERMITTED,NotPermitted",
            "LAYOUT_MISMATCH,LayoutMismatch", "AGENCY_INVALID,Refused", "CAPACITY,Congested"})
    void keepsTheKindsApart(String kind, String answer) {
        assertThat(kind(answer(tax(), kind, "000000000000101", "null", ""))).isEqualTo(answer);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            items                                                                                                           | answer
            {'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000020','value':'1'},{'itemCd':'0200000490','value':'0'}   | Provided
            {'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000490','value':null,'unsetReason':'NOT_DECLARED'}         | Undeclared
            {'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000020','value':'0'},{'itemCd':'0200000490','value':'0'}   | Undeclared
            {'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000490','value':null,'unsetReason':'NOT_OBTAINABLE'}       | Refused
            {'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000490','value':null}                                      | Refused
            {'itemCd':'0200000010','value':'2026'}                                                                           | LayoutMismatch
            {'itemCd':'0200000490','value':'1'}                                                                              | LayoutMismatch
            {'itemCd':'0200000010','value':'2025'},{'itemCd':'0200000490','value':'1'}                                       | AnotherPerson
            {'itemCd':'0200000010','value':'2026'},{'itemCd':'0200000490','value':'1,000'}                                   | LayoutMismatch
            """)
    void neverTakesAMissingIncomeForZero(String items, String answer) {
        String full = items.replace("{'itemCd'", "{'hierarchy':'1','itemName':'x','itemCd'");

        assertThat(kind(answer(tax(), "PROVIDED", "000000000000101", layout("0007"), full))).isEqualTo(answer);
    }

    @Test
    void appliesNoAnswerAboutSomebodyElse() {
        assertThat(kind(answer(tax(), "PROVIDED", "000000000000102", layout("0007"), DECLARED + INCOME))).isEqualTo("AnotherPerson");
        assertThat(kind(answer(tax(), "NOT_APPLICABLE", "000000000000102", "null", ""))).isEqualTo("AnotherPerson");
    }

    @Test
    void appliesNoLayoutThatItDoesNotKnow() {
        assertThat(kind(answer(tax(), "PROVIDED", "000000000000101", layout("0099"), DECLARED + INCOME))).isEqualTo("LayoutMismatch");
        assertThat(kind(answer(tax(), "PROVIDED", "000000000000101", "null", DECLARED + INCOME))).isEqualTo("LayoutMismatch");
    }

    @Test
    void appliesNoAccountThatIsNotWhole() {
        assertThat(kind(answer(account(), "PROVIDED", "000000000000101", layout("0007"), "{'itemCd':'0890000010','value':'0001'}")))
                .isEqualTo("LayoutMismatch");
    }

    @ParameterizedTest(name = "registered on {0}: {1}")
    @CsvSource({"2024-02-29,Provided", "2026-02-29,LayoutMismatch", "20240301,LayoutMismatch", "令和6年3月1日,LayoutMismatch"})
    void takesNoDayThatIsNone(String day, String answer) {
        String items = "'0890000010':'0001','0890000020':'001','0890000030':'1','0890000040':'0000123','0890000050':'ﾄﾄﾞｹﾉ','0890000060':'%s'"
                .formatted(day)
                .replaceAll("'([0-9]{10})':('[^']*')", "{'hierarchy':'1','itemName':'x','itemCd':'$1','value':$2}");

        assertThat(kind(answer(account(), "PROVIDED", "000000000000101", layout("0007"), items))).isEqualTo(answer);
    }
}
