package jp.todoke.local.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SampleTest {
    @Test
    void theGeneratorReproducesTheCommittedFilesByteForByte() {
        SampleGenerator.files().forEach((path, content) -> assertEquals(content, Sample.text(path), path));
    }

    @Test
    void aboutFiveHundredPeopleLiveInTwoHundredHouseholdsAndThoseWhoClaim児童扶養手当() {
        List<JsonNode> residents = residents(Sample.TODOKENO);
        long households = residents.stream().map(resident -> resident.get("householdNumber").asString()).distinct().count();
        assertEquals(200 + 30, households);
        assertTrue(residents.size() >= 550 && residents.size() <= 590, residents.size() + " residents");
    }

    @Test
    void nobodyIsTakenForSomebodyElse() {
        Set<String> numbers = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (String municipality : List.of(Sample.TODOKENO, Sample.TONARINO)) {
            for (JsonNode resident : residents(municipality)) {
                assertTrue(numbers.add(municipality + resident.get("atenabango").asString()));
                assertTrue(numbers.add(resident.get("kojinbango").asString()));
                assertTrue(names.add(resident.get("name").asString() + resident.get("birthDate").asString()));
            }
        }
    }

    /** 平成26年総務省令第85号第5条, written as the two published samples let one check it. */
    @Test
    void everyKojinbangoHasItsCheckDigit() {
        assertTrue(hasCheckDigit("621498320257") && hasCheckDigit("123456789018") && !hasCheckDigit("123456789010"));
        residents(Sample.TODOKENO).forEach(resident -> assertTrue(hasCheckDigit(resident.get("kojinbango").asString())));
        residents(Sample.TONARINO).forEach(resident -> assertTrue(hasCheckDigit(resident.get("kojinbango").asString())));
    }

    @Test
    void accountNumbersAreThoseReservedForInvention() {
        JsonNode accounts = JsonText.MAPPER.readTree(Sample.text("139998/doubles/accounts.json"));
        accounts.forEach(account -> assertTrue(account.get("number").asString().startsWith("0000")));
        Stream.concat(Sample.applications().stream(), Sample.childRearingApplications().stream())
                .map(form -> form.content().account())
                .filter(account -> !account.usePublicAccount())
                .forEach(account -> assertTrue(String.valueOf(account.number()).startsWith("0000")));
    }

    @Test
    void everyApplicationHasOneExpectedOutcome() {
        List<ApplicationForm> applications = Sample.applications();
        List<ExpectedOutcome> expected = Sample.expectedOutcomes();
        assertEquals(60, applications.size());
        assertEquals(60, expected.size());
        for (int i = 0; i < 60; i++) {
            ApplicationForm form = applications.get(i);
            ExpectedOutcome outcome = expected.get(i);
            assertEquals(i + 1, outcome.no());
            assertEquals(form.no(), outcome.no());
            assertEquals(form.story(), outcome.story());
            assertEquals(form.becomesCase() ? "ACCEPTED" : "REFUSED", outcome.packageState(), outcome.story());
            boolean granted = "GRANTED".equals(outcome.outcome());
            assertEquals(granted, outcome.paidYen() + outcome.heldYen() > 0, outcome.story());
            assertEquals("REFUSED".equals(outcome.outcome()), !outcome.reasons().isEmpty(), outcome.story());
        }
    }

    @Test
    void everyApplicationFor児童扶養手当HasOneExpectedOutcome() {
        List<ApplicationForm> applications = Sample.childRearingApplications();
        List<ExpectedOutcome> expected = Sample.childRearingExpected();
        assertEquals(31, applications.size());
        assertEquals(applications.size(), expected.size());
        for (int i = 0; i < applications.size(); i++) {
            ApplicationForm form = applications.get(i);
            ExpectedOutcome outcome = expected.get(i);
            assertEquals(form.no(), outcome.no());
            assertEquals(form.story(), outcome.story());
            assertEquals("CHILD_REARING_ALLOWANCE_NEW", form.procedure());
            assertEquals(form.becomesCase() ? "ACCEPTED" : "REFUSED", outcome.packageState(), outcome.story());
            boolean suspended = outcome.months().endsWith("SUSPENDED");
            assertEquals("GRANTED".equals(outcome.outcome()) && !suspended, outcome.paidYen() + outcome.heldYen() > 0, outcome.story());
            assertEquals("GRANTED".equals(outcome.outcome()), outcome.months().startsWith("2026-12.."), outcome.story());
            if (outcome.paidYen() > 0) {
                assertTrue(outcome.months().contains(":" + outcome.paidYen()), outcome.story() + ": January pays December alone");
            }
        }
    }

    @Test
    void oneClaimantClaimsBothAndNobodyElseDoes() {
        Set<String> childAllowance = Sample.applications().stream().map(form -> form.content().jpkiSerial()).collect(Collectors.toSet());
        List<ApplicationForm> both = Sample.childRearingApplications().stream()
                .filter(form -> childAllowance.contains(form.content().jpkiSerial())).toList();
        assertEquals(List.of(419), both.stream().map(ApplicationForm::no).toList());
        assertEquals(Sample.applications().get(8).content().children(), both.getFirst().content().children());
    }

    /** An item that is absent is not known; the sample says everything but one. */
    @Test
    void everyTaxRowThatIsDeclaredHasEveryItem() {
        JsonNode own = JsonText.MAPPER.readTree(Sample.taxFeed(Sample.TODOKENO)).get("rows");
        own.forEach(row -> assertEquals(row.get("declared").booleanValue() ? 18 : 0, row.path("detail").size(), row.toString()));
        long incomplete = JsonText.MAPPER.readTree(Sample.text("139998/doubles/tax.json")).valueStream().filter(row -> row.has("detail"))
                .filter(row -> row.get("detail").size() < 18).count();
        assertEquals(1, incomplete);
    }

    @Test
    void ageDecidesWhichDependantsAreWhich() {
        TaxDetail.Dependants all = TaxDetail.Dependants.of(Stream.of("2026-01-01", "2025-12-31", "2010-01-02", "2010-01-01", "2007-01-02",
                "2007-01-01", "2003-01-02", "2003-01-01").map(SampleTest::born).toList());
        assertEquals(new TaxDetail.Dependants(6, 2, 2), all);
    }

    private static Person born(String day) {
        return new Person(Towns.TODOKENO, 1, 1, true, java.time.LocalDate.parse(day), new Names.Reading("届野　一", "トドケノ　イチ"));
    }

    @Test
    void nobodyOfThoseWhoMayApplyLaterIsAmongTheSixty() {
        Set<String> serials = new HashSet<>();
        Sample.furtherApplications().forEach(form -> assertTrue(serials.add(form.content().jpkiSerial())));
        assertTrue(serials.size() >= 30, serials.size() + " further applications");
        Sample.applications().forEach(form -> assertTrue(!serials.contains(form.content().jpkiSerial())));
    }

    @Test
    void aPackageIsTheSameBytesEveryTimeAndListsWhatItHolds() throws Exception {
        ApplicationForm form = Sample.applications().get(26);
        assertArrayEquals(ApplicationPackage.of(form), ApplicationPackage.of(form));
        Map<String, byte[]> entries = unzip(ApplicationPackage.of(form));
        JsonNode manifest = JsonText.MAPPER.readTree(entries.remove("manifest.json"));
        assertEquals("2026-11-16T11:40:00+09:00", manifest.get("arrivedAt").asString());
        Set<String> listed = new HashSet<>();
        for (JsonNode file : manifest.get("files")) {
            byte[] content = entries.get(file.get("name").asString());
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            assertEquals(HexFormat.of().formatHex(hash), file.get("sha256").asString());
            assertEquals(content.length, file.get("bytes").asInt());
            listed.add(file.get("name").asString());
        }
        assertEquals(entries.keySet(), listed);
        assertTrue(listed.contains("attachments/passbook.pdf"));
    }

    @Test
    void thePdfPointsAtItsOwnTables() {
        String pdf = new String(PdfText.page("a (line)"), StandardCharsets.US_ASCII);
        int start = Integer.parseInt(pdf.substring(pdf.indexOf("startxref\n") + 10, pdf.indexOf("\n%%EOF")));
        assertTrue(pdf.startsWith("xref\n", start));
        String firstObject = pdf.substring(start).lines().skip(3).findFirst().orElseThrow();
        assertTrue(pdf.startsWith("1 0 obj", Integer.parseInt(firstObject.substring(0, 10))));
    }

    @Test
    void theDefectsAreWhatTheyClaimToBe() throws IOException {
        ApplicationForm broken = Sample.applications().get(36);
        assertThrows(EOFException.class, () -> unzip(ApplicationPackage.of(broken)));
        ApplicationForm missing = Sample.applications().get(37);
        String xml = new String(unzip(ApplicationPackage.of(missing)).get("application.xml"), StandardCharsets.UTF_8);
        String children = xml.substring(xml.indexOf("<children>"), xml.indexOf("</children>"));
        assertTrue(children.contains("<name>") && !children.contains("<birthDate>"));
        ApplicationForm without = Sample.childRearingApplications().get(25);
        String form = new String(unzip(ApplicationPackage.of(without)).get("application.xml"), StandardCharsets.UTF_8);
        assertTrue(form.contains("<ground>") && !form.contains("<groundOn>"));
        assertTrue(unzip(ApplicationPackage.withPathTraversal(broken)).keySet().stream().anyMatch(name -> name.contains("..")));
    }

    private static List<JsonNode> residents(String municipality) {
        return JsonText.MAPPER.readTree(Sample.residentFeed(municipality)).get("residents").valueStream().collect(Collectors.toList());
    }

    private static boolean hasCheckDigit(String number) {
        int[] weights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
        int sum = 0;
        for (int i = 0; i < 11; i++) {
            sum += weights[i] * (number.charAt(i) - '0');
        }
        int digit = 11 - sum % 11;
        return number.length() == 12 && number.charAt(11) - '0' == (digit >= 10 ? 0 : digit);
    }

    private static Map<String, byte[]> unzip(byte[] bytes) throws IOException {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }
}
