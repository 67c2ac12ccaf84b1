package jp.todoke.local.sample;

import java.time.LocalDate;
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

    record TaxRow(String atenabango, boolean declared, @Nullable Long totalIncomeYen) {}

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
            long incomeLevyYen) {}

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
}
