package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.persons.Rows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** The files of a data directory: what they make the doubles answer, and how a wrong one is refused. */
class DataDirectoryTest {

    private static final String KEY = "'municipalityCode': '139998', 'atenabango': '000000000000101'";

    @TempDir
    Path data;

    private void write(String file, String rows) throws IOException {
        Files.writeString(data.resolve(file), rows.replace('\'', '"'));
    }

    @Test
    void theFilesAnswer() throws IOException {
        write("persons.json", "[{" + KEY + "}]");
        write("tax.json", "[{" + KEY
                + ", 'providerMunicipalityCode': '139980', 'nendo': '2025', 'declared': true, 'totalIncomeYen': 1, 'incomeLevyYen': 0}, {"
                + KEY
                + ", 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': true, 'totalIncomeYen': 2, 'incomeLevyYen': 0, "
                + "'answerAtenabango': '000000000000102'}]");
        try (Asker asker = new Asker(LatencyProfile.ZERO, data)) {
            ObjectNode inquiry = Asker.inquiry("000000000000101", Asker.TAX);
            assertEquals("2", asker.resultOf(inquiry).text("/items/3/value"));
            assertEquals("000000000000102", asker.resultOf(inquiry).text("/atenabango"));
            ((ObjectNode) inquiry.path("joken")).put("nendo", "2025");
            assertEquals("1", asker.resultOf(inquiry).text("/items/3/value"));
            ((ObjectNode) inquiry.path("joken")).remove("nendo");
            assertEquals("2026", asker.resultOf(inquiry).text("/items/0/value"), "the latest year");
            ((ObjectNode) inquiry.path("joken")).put("nendo", "2024");
            assertEquals("NO_COPY", asker.resultOf(inquiry).text("/resultKind"));
            inquiry.putObject("teikyosha").put("kikanCd", "0220113999801700");
            assertEquals("NO_COPY", asker.resultOf(inquiry).text("/resultKind"), "another municipality");
            assertEquals("NOT_APPLICABLE", asker.resultOf(Asker.inquiry("000000000000101", Asker.ACCOUNT)).text("/resultKind"));
            assertEquals("NO_COPY",
                    asker.resultOf(Asker.childRearingInquiry("000000000000101", Asker.FAMILY_REGISTER)).text("/resultKind"));
            assertEquals("NOT_APPLICABLE", asker.resultOf(Asker.childRearingInquiry("000000000000101", Asker.PENSION)).text("/resultKind"));
            assertEquals("PERSON_UNKNOWN", asker.resultOf(Asker.inquiry("000000000000001", Asker.TAX)).text("/resultKind"),
                    "no built-in person");
            ObjectNode neighbours = Asker.inquiry("000000000000101", Asker.TAX);
            neighbours.putObject("shokaisha").put("kikanCd", "0220113998001700").put("bushoCd", "K").put("userId", "u");
            assertEquals("PERSON_UNKNOWN", asker.resultOf(neighbours).text("/resultKind"), "the same digits in another municipality");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', useHeadersInDisplayName = true, textBlock = """
            file          | row                                                                                     | message
            persons.json  | 'colour': 'red'                                                                         | persons.json row 1: unknown field colour
            persons.json  | 'kojinbango': '12'                                                                      | persons.json row 1: kojinbango must be 12 digits
            persons.json  | 'fugo': 'MAYBE'                                                                         | persons.json row 1: a value has the wrong type
            persons.json  | 'juki': {'shimei': '届野'}                                                              | persons.json row 1: juki.seinengappi is missing
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026'                                   | tax.json row 1: declared is missing
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': false, 'totalIncomeYen': 0 | tax.json row 1: totalIncomeYen and incomeLevyYen must stand exactly where declared is true
            tax.json      | 'providerMunicipalityCode': '1399', 'nendo': '2026', 'declared': false                  | tax.json row 1: providerMunicipalityCode must be 6 digits
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': false, 'detail': {}  | tax.json row 1: detail must not stand where nothing is declared
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': true, 'totalIncomeYen': 0, 'incomeLevyYen': 0, 'detail': {'colour': 1} | tax.json row 1: detail: unknown field colour
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': true, 'totalIncomeYen': 0, 'incomeLevyYen': 0, 'detail': {'widow': 1} | tax.json row 1: detail.widow must be a boolean
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': true, 'totalIncomeYen': 0, 'incomeLevyYen': 0, 'detail': {'dependants': '1'} | tax.json row 1: detail.dependants must be a number
            tax.json      | 'providerMunicipalityCode': '139980', 'nendo': '2026', 'declared': false, 'hanNo': '8'    | tax.json row 1: hanNo must be 4 digits
            health-insurances.json | 'resultKind': 'PROVIDED'                                                       | health-insurances.json row 1: entries is missing
            health-insurances.json | 'entries': [{'insurerNumber': '1'}]                                            | health-insurances.json row 1: insurerNumber has no such value
            health-insurances.json | 'entries': [{'insurerNumber': '139998', 'scheme': 'NATIONAL', 'dependant': false}] | health-insurances.json row 1: from is missing
            public-assistance.json | 'entries': [{'from': '2026-02-01', 'kinds': ['FOOD']}]                         | public-assistance.json row 1: kinds has no such value
            child-allowances.json | 'entries': [{'colour': 'red'}]                                                  | child-allowances.json row 1: unknown field colour
            resident-records.json | 'entries': [{'municipalityCode': '139980', 'household': [{'name': 'x'}]}]       | resident-records.json row 1: birthDate is missing
            family-registers.json | 'since': '2026-09-30'                                                          | family-registers.json row 1: maritalStatus is missing
            family-registers.json | 'maritalStatus': 'DIVORCED'                                                    | family-registers.json row 1: since is missing
            pensions.json | 'pensions': []                                                                          | pensions.json row 1: pensions is missing
            pensions.json | 'pensions': [{'kind': 'DISABILITY_BASIC', 'from': '2023-04-01'}]                        | pensions.json row 1: pensions.annualYen is missing
            accounts.json | 'bankCode': '1'                                                                         | accounts.json row 1: bankCode must be 4 digits
            """)
    void aWrongRowIsNamed(String file, String row, String message) throws IOException {
        write(file, "[{" + KEY + ", " + row + "}]");
        Rows.BadData bad = assertThrows(Rows.BadData.class, () -> new PersonDirectory(data));
        assertEquals(message, bad.getMessage());
    }

    @Test
    void aKeyThatStandsTwiceIsNamed() throws IOException {
        write("persons.json", "[{" + KEY + "}, {" + KEY + "}]");
        assertEquals("persons.json row 2: the key stands there twice",
                assertThrows(Rows.BadData.class, () -> new PersonDirectory(data)).getMessage());
    }

    /** The network knows a 住登外者 under the number of 031; no resident has one. */
    @ParameterizedTest(name = "a 住民票 in {0}: {1}")
    @CsvSource({"139980, served", "139998, non-residents.json: a number of a resident"})
    void aNumberOf031IsNoResidents(String residence, String outcome) throws IOException {
        write("persons.json", "[{" + KEY + ", 'juki': {'shimei': '隣野　花', 'seinengappi': '1990-04-05', 'seibetsu': '2', "
                + "'juminhyoShikuchosonCd': '" + residence + "', 'jusho': '隣野市', 'seizonKbn': 'ALIVE'}}]");
        write("non-residents.json", "[{" + KEY + ", 'records': [{'shimei': '隣野　花', 'seinengappi': '1990-04-05'}]}]");

        String seen = "served";
        try (Asker asker = new Asker(LatencyProfile.ZERO, data)) {
            assertEquals("NO_COPY", asker.resultOf(Asker.inquiry("000000000000101", Asker.TAX)).text("/resultKind"));
        } catch (Rows.BadData bad) {
            seen = String.valueOf(bad.getMessage());
        }
        assertEquals(outcome, seen);
    }

    @Test
    void whatIsNotJsonIsNamedWithoutItsContent() throws IOException {
        write("persons.json", "[{" + KEY + "\n, 'kojinbango': 123456789018x}]");
        Rows.BadData bad = assertThrows(Rows.BadData.class, () -> new PersonDirectory(data));
        assertEquals("persons.json is not JSON: line 2", bad.getMessage());
        assertFalse(String.valueOf(bad.getCause()).contains("123456789018"));
    }

    @Test
    void aListedClientReplacesTheBuiltInOne() throws IOException {
        write("clients.json", "[{'clientId': 'vendorSystem00000000000000000001', 'clientSecret': '" + "v".repeat(32)
                + "', 'scopes': ['juki:search:Read']}]");
        try (Asker asker = new Asker(LatencyProfile.ZERO, data)) {
            assertEquals("", asker.token(Asker.JUKI));
        }
    }
}
