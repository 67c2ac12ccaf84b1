package jp.todoke.integration.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegalTuplesTest {
    private static final String TAX = "TM00000000000002";
    private static final String ACCOUNT = "TM00000000000089";
    private static final Municipality HERE = new Municipality("139998");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
    private final Institutions institutions = new Institutions();
    private final LegalTuples tuples = new LegalTuples(institutions);

    @Test
    void permitsTaxFromAnyMunicipality() {
        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", TAX, new Municipality("139980"))).hasValueSatisfying(tuple -> {
            assertThat(tuple.askerKikanCd()).isEqualTo("0220113999801700");
            assertThat(tuple.providerKikanCd()).isEqualTo("0220113998001700");
            assertThat(tuple.jimuCd()).hasSize(16);
            assertThat(tuple.legalBasis()).startsWith("番号法第19条第8号");
            assertThat(tuple.sourceMark()).isEqualTo("PROVISIONAL");
        });
    }

    @Test
    void permitsTheAccountFromTheDigitalAgencyOnly() {
        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", ACCOUNT, null))
                .hasValueSatisfying(tuple -> assertThat(tuple.providerKikanCd()).isEqualTo("1419900000002200"));
        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", ACCOUNT, new Municipality("139980"))).isEmpty();
        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", TAX, null)).isEmpty();
    }

    @ParameterizedTest(name = "児童扶養手当 asks {1} for {0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            tm,               provider
            TM00000000000089, 1419900000002200
            TM00000000000108, 1409900000002200
            TM00000000000999, 1429900000002200
            """)
    void permits児童扶養手当ItsOwnQuestions(String tm, String provider) {
        assertThat(tuples.permitting(DAY, HERE, "CHILD_REARING_ALLOWANCE_NEW", tm, null)).hasValueSatisfying(tuple -> {
            assertThat(tuple.providerKikanCd()).isEqualTo(provider);
            assertThat(tuple.jimuCd()).isEqualTo("JM01000000081000");
            assertThat(tuple.legalBasis()).contains("81の項（児童扶養手当の認定の請求");
            assertThat(tuple.sourceMark()).isEqualTo("PROVISIONAL");
        });
        assertThat(tuples.permitting(DAY, HERE, "CHILD_REARING_ALLOWANCE_NEW", tm, new Municipality("139980"))).isEmpty();
        assertThat(tuples.permittingSearch(DAY, HERE, "CHILD_REARING_ALLOWANCE_NEW").orElseThrow().purpose())
                .isEqualTo("JUKI-CHILD-REARING-ALLOWANCE");
    }

    @Test
    void permitsNothingElse() {
        Municipality neighbour = new Municipality("139980");

        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", "TM00000000000015", neighbour)).as("生活保護").isEmpty();
        assertThat(tuples.permitting(DAY, HERE, "SOMETHING_ELSE", TAX, neighbour)).isEmpty();
        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", "TM00000000000108", null)).as("戸籍").isEmpty();
        assertThat(tuples.permitting(DAY, HERE, "CHILD_ALLOWANCE_NEW", "TM00000000000999", null)).as("年金").isEmpty();
        assertThat(tuples.permitting(DAY, HERE, "CHILD_REARING_ALLOWANCE_NEW", "TM00000000000050", null)).as("医療保険").isEmpty();
        assertThat(tuples.permittingSearch(DAY, HERE, "SOMETHING_ELSE")).isEmpty();
    }

    /** Written by hand from the two tables of duties: which kinds each procedure may ask, whatever the day of the list. */
    @ParameterizedTest(name = "{0} asks {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            procedure,                               information
            CHILD_ALLOWANCE_NEW,                     RESIDENT_RECORD TAX HEALTH_INSURANCE ACCOUNT CHILD_ALLOWANCE
            CHILD_ALLOWANCE_INCREASE,                RESIDENT_RECORD TAX HEALTH_INSURANCE ACCOUNT CHILD_ALLOWANCE
            CHILD_ALLOWANCE_ANNUAL,                  RESIDENT_RECORD TAX HEALTH_INSURANCE
            CHILD_ALLOWANCE_UNPAID,                  RESIDENT_RECORD ACCOUNT
            CHILD_REARING_ALLOWANCE_NEW,             RESIDENT_RECORD TAX PUBLIC_ASSISTANCE CHILD_REARING_ALLOWANCE SPECIAL_CHILD_REARING_ALLOWANCE EMPLOYMENT_INSURANCE ACCOUNT FAMILY_REGISTER DISABILITY_CERTIFICATE PENSION
            CHILD_REARING_ALLOWANCE_INCREASE,        RESIDENT_RECORD CHILD_REARING_ALLOWANCE SPECIAL_CHILD_REARING_ALLOWANCE FAMILY_REGISTER DISABILITY_CERTIFICATE PENSION
            CHILD_REARING_ALLOWANCE_ANNUAL,          RESIDENT_RECORD TAX PENSION
            CHILD_REARING_ALLOWANCE_PENSION_CHANGE,  PENSION
            CHILD_REARING_ALLOWANCE_UNPAID,          RESIDENT_RECORD ACCOUNT
            """)
    void eachProcedureAsksWhatItNeeds(String procedure, String kinds) {
        assertThat(kindsOf(DAY, procedure)).isEqualTo(kinds);
        String before = kinds.replace(" FAMILY_REGISTER", "");
        assertThat(kindsOf(LocalDate.of(2024, 5, 26), procedure)).as("戸籍関係情報 is not in 別表第二").isEqualTo(before);
    }

    private String kindsOf(LocalDate day, String procedure) {
        var information = new NetworkInformation();
        return Stream
                .of("RESIDENT_RECORD", "TAX", "PUBLIC_ASSISTANCE", "CHILD_REARING_ALLOWANCE", "HEALTH_INSURANCE",
                        "SPECIAL_CHILD_REARING_ALLOWANCE", "EMPLOYMENT_INSURANCE", "ACCOUNT", "FAMILY_REGISTER", "CHILD_ALLOWANCE",
                        "DISABILITY_CERTIFICATE", "PENSION")
                .filter(kind -> tuples.listed(day, procedure, information.of(kind).orElseThrow().tmCd())).collect(Collectors.joining(" "));
    }

    @ParameterizedTest(name = "{0}, {1}: {2} by {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            day,        procedure,                   duty,             basis
            2021-08-31, CHILD_ALLOWANCE_NEW,         ,
            2021-09-01, CHILD_ALLOWANCE_NEW,         JM01000000074000, 別表第二の74の項（児童手当の認定の請求：地方税関係情報）
            2024-05-26, CHILD_ALLOWANCE_NEW,         JM01000000074000, 別表第二の74の項（児童手当の認定の請求：地方税関係情報）
            2024-05-27, CHILD_ALLOWANCE_NEW,         JM01000000106000, 第2条の表106の項（児童手当の認定の請求：地方税関係情報）
            2024-05-26, CHILD_REARING_ALLOWANCE_NEW, JM01000000057000, 別表第二の57の項（児童扶養手当の認定の請求：地方税関係情報）
            2024-05-27, CHILD_REARING_ALLOWANCE_NEW, JM01000000081000, 第2条の表81の項（児童扶養手当の認定の請求：地方税関係情報）
            """)
    void citesTheListOfTheDay(LocalDate day, String procedure, String duty, String basis) {
        Optional<LegalTuple> tuple = tuples.permitting(day, HERE, procedure, TAX, new Municipality("139980"));

        assertThat(tuple.map(LegalTuple::jimuCd).orElse(null)).isEqualTo(duty);
        assertThat(tuple.map(LegalTuple::legalBasis).orElse("")).endsWith(basis == null ? "" : basis);
    }

    @Test
    void onlyOneRowFitsAQuestion() {
        List<String> questions = CodeList.read("/specs/codes/legal-tuples/inquiry-tuples.csv").stream()
                .map(row -> row.get("applies_to") + row.get("procedure") + row.get("tm_cd")).toList();
        List<String> steps = CodeList.read("/specs/codes/legal-tuples/inquiry-tuples.csv").stream()
                .map(row -> row.get("jimutetsuzuki_cd")).toList();

        assertThat(questions).doesNotHaveDuplicates();
        assertThat(steps).doesNotHaveDuplicates();
    }

    @Test
    void searchesFromTheFirstDayOfTheRowOn() {
        assertThat(tuples.permittingSearch(LocalDate.of(2024, 9, 30), HERE, "CHILD_ALLOWANCE_NEW")).isEmpty();
        assertThat(tuples.permittingSearch(LocalDate.of(2024, 10, 1), HERE, "CHILD_ALLOWANCE_NEW")).isPresent();
    }

    @ParameterizedTest(name = "{0} {1} is answered by {2}: {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            information,                     place,  kikan,            why
            TAX,                             141011, 0220114100301700, a ward of 横浜市
            TAX,                             141003, 0220114100301700, 横浜市 itself
            TAX,                             131016, 0220113101601700, a special ward is a municipality
            TAX,                             221384, 0220122130901700, a ward of 浜松市 since 2024
            TAX,                             221317, 0220122130901700, a ward of 浜松市 that ended in 2023
            TAX,                             142018, 0220114201801700, no designated city
            TAX,                             403059, 0220140231101700, a town that became 那珂川市
            CHILD_REARING_ALLOWANCE,         142018, 0220114201801700, a city
            CHILD_REARING_ALLOWANCE,         133035, 0220113000101700, a town: the 都道府県
            CHILD_REARING_ALLOWANCE,         131016, 0220113101601700, a special ward
            CHILD_REARING_ALLOWANCE,         139980, 0220113998001700, the sample's city
            SPECIAL_CHILD_REARING_ALLOWANCE, 141011, 0220114100301700, a designated city
            SPECIAL_CHILD_REARING_ALLOWANCE, 142018, 0220114000701700, a core city is not enough
            DISABILITY_CERTIFICATE,          142018, 0220114201801700, a core city
            DISABILITY_CERTIFICATE,          139998, 0220113000101700, any other city: the 都道府県
            """)
    void asksTheBodyThatAnswersForAPlace(String information, String place, String kikan, String why) {
        String tmCd = new NetworkInformation().of(information).orElseThrow().tmCd();

        assertThat(tuples.permitting(DAY, HERE, "CHILD_REARING_ALLOWANCE_NEW", tmCd, new Municipality(place)))
                .hasValueSatisfying(tuple -> assertThat(tuple.providerKikanCd()).isEqualTo(kikan));
    }

    @Test
    void asksTheTownItselfUntilItEnded() {
        Municipality town = new Municipality("403059");

        assertThat(institutions.answering(ProviderKind.MUNICIPALITY, town, LocalDate.of(2018, 9, 30))).isEqualTo("0220140305901700");
        assertThat(institutions.answering(ProviderKind.MUNICIPALITY, town, LocalDate.of(2018, 10, 1))).isEqualTo("0220140231101700");
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            code,   municipality, why
            139980, true,         of the sample
            221317, true,         abolished
            139981, false,        wrong check digit
            999997, false,        abroad: the check digit is right
            999999, false,        not known
            130001, false,        a 都道府県
            480002, false,        no such 都道府県
            13998,  false,        five digits
            ,       false,        nothing
            """)
    void knowsWhatIsAMunicipality(String code, boolean municipality, String why) {
        assertThat(institutions.municipality(code).isPresent()).isEqualTo(municipality);
    }

    @ParameterizedTest(name = "{0}: {1} {2} {3}: {4}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            day,        tm,               dataset, han,  known
            2026-11-16, TM00000000000002, 0001,    0007, true
            2026-09-30, TM00000000000002, 0001,    0008, false
            2026-10-01, TM00000000000002, 0001,    0008, true
            2027-01-31, TM00000000000002, 0001,    0007, true
            2027-02-01, TM00000000000002, 0001,    0007, false
            2027-02-01, TM00000000000002, 0001,    0008, true
            2026-11-16, TM00000000000002, 0002,    0007, false
            2026-11-16, TM00000000000016, 0001,    0007, true
            2026-11-16, TM00000000000016, 0001,    0008, false
            """)
    void knowsTheLayoutsThatItCanReadOnADay(LocalDate day, String tm, String dataset, String han, boolean known) {
        assertThat(new Layouts().codes(day, tm, dataset, han).isPresent()).isEqualTo(known);
    }
}
