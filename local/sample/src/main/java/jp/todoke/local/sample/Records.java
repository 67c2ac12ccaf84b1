package jp.todoke.local.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the committed files; the feeds' shapes are those of specs/api/benefits.yaml, the doubles' those of integration/mocks. */
final class Records {
    private Records() {}

    record ResidentFeed(LocalDate asOf, List<Resident> residents) {}

    record Resident(
            String atenabango,
            String kojinbango,
            @Nullable String jpkiSerial,
            String householdNumber,
            String relationship,
            @Nullable String fatherAtenabango,
            @Nullable String motherAtenabango,
            String name,
            String kana,
            LocalDate birthDate,
            String sex,
            String address,
            LocalDate residentSince,
            @Nullable String movedFrom,
            @Nullable String january1Municipality,
            boolean supportMeasure) {}

    record TaxFeed(int year, List<TaxRow> rows) {}

    record TaxRow(String atenabango, boolean declared, @Nullable Long totalIncomeYen, @Nullable TaxDetail detail) {}

    /** persons.json of the doubles. */
    record NationalPerson(String municipalityCode, String atenabango, String kojinbango, @Nullable JukiEntry juki) {}

    record JukiEntry(
            String shimei,
            String shimeiFurigana,
            LocalDate seinengappi,
            String seibetsu,
            String juminhyoShikuchosonCd,
            String jusho,
            LocalDate juminTonattaHi,
            String seizonKbn) {}

    /** tax.json of the doubles. */
    record NationalTax(
            String municipalityCode,
            String atenabango,
            String providerMunicipalityCode,
            String nendo,
            boolean declared,
            long totalIncomeYen,
            long incomeLevyYen,
            @Nullable TaxDetail detail) {}

    /** accounts.json of the doubles. */
    record NationalAccount(
            String municipalityCode,
            String atenabango,
            String bankCode,
            String branchCode,
            String type,
            String number,
            String holderKana,
            LocalDate registeredOn,
            @Nullable String answerAtenabango) {}

    /** family-registers.json of the doubles. */
    record NationalFamilyRegister(
            String municipalityCode,
            String atenabango,
            @Nullable String resultKind,
            @Nullable String maritalStatus,
            @Nullable LocalDate since,
            @Nullable List<LocalDate> childrenBirthDates) {}

    /** pensions.json of the doubles. */
    record NationalPension(String municipalityCode, String atenabango, @Nullable String resultKind, @Nullable List<Pension> pensions) {}

    record Pension(String kind, LocalDate from, long annualYen, List<Long> childAdditionsAnnualYen) {}

    /** A row of the files whose 副本 is a list of entries, in the words of specs/linkage. */
    record NationalCopy(String municipalityCode, String atenabango, List<?> entries) {}

    /** A row of what 031 has: 基本4情報 of somebody whom another business numbered before. */
    record NationalNonresident(String municipalityCode, String atenabango, List<NonresidentEntry> records) {}

    record NonresidentEntry(String shimei, String shimeiFurigana, String seibetsu, LocalDate seinengappi, String jushoShikuchosonkodo,
            String jusho) {}

    record ResidentRecord(String municipalityCode, String address, LocalDate residentSince, String relationship,
            List<String> household) {}

    record Insurance(String insurerNumber, String scheme, boolean dependant, @Nullable String pensionScheme, LocalDate from) {}

    record Allowance(LocalDate certifiedOn, YearMonth from, YearMonth to, long monthlyYen, boolean suspended, int children) {}
}
