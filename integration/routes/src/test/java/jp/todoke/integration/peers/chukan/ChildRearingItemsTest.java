package jp.todoke.integration.peers.chukan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.integration.evidence.Layouts;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.TaxItem;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.model.InquiryResult;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What 児童扶養手当 asks beside 児童手当: items of tax, 戸籍関係情報, 年金給付関係情報. An item is written {@code code=value}. */
class ChildRearingItemsTest {
    private static final JsonMapper JSON = ApiClient.createDefaultMapper(null);
    private static final String PERSON = "000000000000101";
    private static final String DECLARED = "0200000010=2026 0200000020=1 0200000490=4210000";

    private final InquiryMapping mapping = new InquiryMapping(new Layouts(), () -> LocalDate.of(2026, 11, 16));

    private static LegalTuple basis(String tm) {
        return new LegalTuple("0220113999801700", "JM01000000081000", "JT01010000008103", "1409900000002200", tm, "番号法第19条第8号",
                "PROVISIONAL");
    }

    private static Inquiry inquiry(Inquiry.Question question) {
        var occasion = new Inquiry.Occasion(new UUID(0, 1), "C-2026-000001", "991", "KODOMO01", "u000123",
                Instant.parse("2026-11-15T16:01:02.003Z"), false);
        return new Inquiry(new Municipality("139998"), new UUID(0, 2), occasion, question, new UUID(0, 3),
                new Inquiry.Stage(InquiryState.ACCEPTED, 0, "S-1"), Inquiry.Origin.UNKNOWN);
    }

    private LinkageAnswer answer(Inquiry.Question question, String tm, String items) {
        var written = new StringBuilder();
        for (String item : items.split(" ")) {
            String[] codeAndValue = item.split("=", -1);
            written.append(written.isEmpty() ? "" : ",").append("{\"hierarchy\":\"1\",\"itemName\":\"x\",\"itemCd\":\"")
                    .append(codeAndValue[0])
                    .append(codeAndValue[1].equals("?")
                            ? "\",\"value\":null,\"unsetReason\":\"NOT_OBTAINABLE\"}"
                            : "\",\"value\":\"" + codeAndValue[1] + "\"}");
        }
        byte[] body = """
                {"state":"COMPLETED","resultKind":"PROVIDED","atenabango":"%s","tokuteikojinjohomeiCd":"%s",
                 "layout":{"tm":"%s","datasetNo":"0001","hanNo":"0007"},"items":[%s]}"""
                .formatted(PERSON, tm, tm, written).getBytes(StandardCharsets.UTF_8);
        PeerReply reply = mapping.toAnswer(new ChukanMessages.Pulled(inquiry(question), JSON.readValue(body, InquiryResult.class), body));
        return ((PeerReply.Answered) reply).answer();
    }

    private LinkageAnswer tax(String items, boolean detailed) {
        return answer(new Inquiry.NetworkQuestion(InformationKind.TAX, basis("TM00000000000002"), PERSON, 2026, detailed),
                "TM00000000000002", items);
    }

    private LinkageAnswer familyRegister(String items) {
        return answer(new Inquiry.NetworkQuestion(InformationKind.FAMILY_REGISTER, basis("TM00000000000108"), PERSON, null, false),
                "TM00000000000108", items);
    }

    private LinkageAnswer pension(String items) {
        return answer(new Inquiry.NetworkQuestion(InformationKind.PENSION, basis("TM00000000000999"), PERSON, null, false),
                "TM00000000000999", items);
    }

    @Test
    void givesEveryItemOfTheTaxLayout() {
        String items = DECLARED + " 0200000500=1 0200000510=2 0200000520=-3 0200000530=4 0200000540=5 0200000550=6 0200000560=7 "
                + "0200000570=1 0200000580=8 0200000590=9 0200000600=10 0200000610=11 0200000620=12 0200000630=13 0200000640=14 0200000650=0 "
                + "0200000660=1 0200000670=0";

        assertThat(tax(items, true)).isEqualTo(new LinkageAnswer.Provided(new Information.Tax(2026, 4_210_000, Map.ofEntries(
                Map.entry(TaxItem.SALARY_INCOME, 1L), Map.entry(TaxItem.PENSION_MISC_INCOME, 2L), Map.entry(TaxItem.OTHER_INCOME, -3L),
                Map.entry(TaxItem.DEPENDANTS, 4L), Map.entry(TaxItem.ELDERLY_DEPENDANTS, 5L), Map.entry(TaxItem.SPECIFIC_DEPENDANTS, 6L),
                Map.entry(TaxItem.DEPENDANTS_16_TO_18, 7L), Map.entry(TaxItem.ELDERLY_SPOUSE, 1L), Map.entry(TaxItem.CASUALTY_LOSS, 8L),
                Map.entry(TaxItem.MEDICAL_EXPENSES, 9L), Map.entry(TaxItem.SMALL_BUSINESS_MUTUAL_AID, 10L),
                Map.entry(TaxItem.SPOUSE_SPECIAL_DEDUCTION, 11L), Map.entry(TaxItem.SPECIFIC_RELATIVE_SPECIAL_DEDUCTION, 12L),
                Map.entry(TaxItem.DISABLED_PERSONS, 13L), Map.entry(TaxItem.SPECIALLY_DISABLED_PERSONS, 14L),
                Map.entry(TaxItem.WORKING_STUDENT, 0L), Map.entry(TaxItem.WIDOW, 1L), Map.entry(TaxItem.SINGLE_PARENT, 0L)))));
    }

    @Test
    void leavesAbsentWhatIsAbsentAndTellsNoMoreThanIsNeeded() {
        String items = DECLARED + " 0200000500=1100000 0200000530=? 0200000670=1";

        assertThat(tax(items, true)).isEqualTo(new LinkageAnswer.Provided(
                new Information.Tax(2026, 4_210_000, Map.of(TaxItem.SALARY_INCOME, 1_100_000L, TaxItem.SINGLE_PARENT, 1L))));
        assertThat(tax(items, false)).isEqualTo(new LinkageAnswer.Provided(new Information.Tax(2026, 4_210_000, Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"0200000500=1100000.5", "0200000500=", "0200000530=-1", "0200000580=-5", "0200000670=yes", "0200000570=2"})
    void readsNoNumberIntoAnItemThatIsNone(String item) {
        assertThat(tax(DECLARED + " " + item, true)).isInstanceOf(LinkageAnswer.LayoutMismatch.class);
        assertThat(tax(DECLARED + " " + item, false)).as("is not looked at").isInstanceOf(LinkageAnswer.Provided.class);
    }

    @Test
    void readsTheFamilyRegister() {
        assertThat(familyRegister("1080000010=2 1080000020=2026-09-30 1080000030=2019-08-01 1080000030=2022-02-28"))
                .isEqualTo(new LinkageAnswer.Provided(new Information.FamilyRegister(Information.MaritalStatus.DIVORCED,
                        LocalDate.of(2026, 9, 30), List.of(LocalDate.of(2019, 8, 1), LocalDate.of(2022, 2, 28)))));
        assertThat(familyRegister("1080000010=4 1080000030=2026-11-03")).isEqualTo(new LinkageAnswer.Provided(
                new Information.FamilyRegister(Information.MaritalStatus.NEVER_MARRIED, null, List.of(LocalDate.of(2026, 11, 3)))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            items,                                              answer
            1080000010=1,                                       Provided
            1080000010=1 1080000020=2016-05-05,                 Provided
            1080000010=3 1080000020=2025-03-10,                 Provided
            1080000010=3,                                       LayoutMismatch
            1080000010=2 1080000020=?,                          Refused
            1080000010=2 1080000020=2026-09-31,                 LayoutMismatch
            1080000010=5,                                       LayoutMismatch
            1080000010=?,                                       Refused
            1080000020=2026-09-30,                              LayoutMismatch
            1080000010=4 1080000030=20261103,                   LayoutMismatch
            """)
    void takesNoFamilyRegisterThatIsNotWhole(String items, String answer) {
        assertThat(familyRegister(items).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void readsEachPensionWithItsAdditions() {
        assertThat(pension("9990000010=1 9990000020=2023-04-01 9990000030=1091100 9990000040=243800 "
                + "9990000010=2 9990000020=2025-04-01 9990000030=360000")).isEqualTo(
                        new LinkageAnswer.Provided(new Information.Pensions(List.of(
                                new Information.Pension(Information.PensionKind.DISABILITY_BASIC, LocalDate.of(2023, 4, 1), 1_091_100,
                                        List.of(243_800L)),
                                new Information.Pension(Information.PensionKind.OTHER_PUBLIC_PENSION, LocalDate.of(2025, 4, 1), 360_000,
                                        List.of())))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            items,                                                           answer
            9990000010=2 9990000020=2025-04-01 9990000030=0,                 Provided
            9990000010=3 9990000020=2025-04-01 9990000030=1,                 LayoutMismatch
            9990000010=2 9990000020=2025-04-01,                              LayoutMismatch
            9990000010=2 9990000020=2025-04-01 9990000030=?,                 Refused
            9990000010=2 9990000030=1,                                       LayoutMismatch
            9990000020=2025-04-01 9990000030=1,                              LayoutMismatch
            9990000010=2 9990000020=2025-04-01 9990000030=-1,                LayoutMismatch
            9990000010=1 9990000020=2025-04-01 9990000030=1 9990000040=?,    Refused
            9990000010=2 9990000020=2025-04-01 9990000030=1 9990000010=2,    LayoutMismatch
            """)
    void takesNoPensionThatIsNotWhole(String items, String answer) {
        assertThat(pension(items).getClass().getSimpleName()).isEqualTo(answer);
    }

    @Test
    void namesNoYearForAFamilyRegister() {
        var registration = mapping.toRegistration(
                inquiry(new Inquiry.NetworkQuestion(InformationKind.FAMILY_REGISTER, basis("TM00000000000108"), PERSON, null, false)));

        assertThat(registration.body().getTokuteikojinjohomeiCd()).isEqualTo("TM00000000000108");
        assertThat(registration.body().getJoken().getNendo()).isNull();
        assertThat(registration.headers().gyomuId()).isEqualTo("991");
    }
}
