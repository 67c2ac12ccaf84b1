package jp.todoke.integration.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
        assertThat(tuples.permittingSearch(DAY, HERE, "SOMETHING_ELSE")).isEmpty();
    }

    @Test
    void permitsFromTheFirstDayOfTheRowOn() {
        Municipality neighbour = new Municipality("139980");

        assertThat(tuples.permitting(LocalDate.of(2024, 5, 26), HERE, "CHILD_ALLOWANCE_NEW", TAX, neighbour)).isEmpty();
        assertThat(tuples.permitting(LocalDate.of(2024, 5, 27), HERE, "CHILD_ALLOWANCE_NEW", TAX, neighbour)).isPresent();
        assertThat(tuples.permittingSearch(LocalDate.of(2024, 9, 30), HERE, "CHILD_ALLOWANCE_NEW")).isEmpty();
        assertThat(tuples.permittingSearch(LocalDate.of(2024, 10, 1), HERE, "CHILD_ALLOWANCE_NEW")).isPresent();
    }

    @ParameterizedTest(name = "{0} is asked as {1}: {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            code,   kikan,            why
            141011, 0220114100301700, a ward of 横浜市
            141003, 0220114100301700, 横浜市 itself
            131016, 0220113101601700, a special ward is a municipality
            221384, 0220122130901700, a ward of 浜松市 since 2024
            142018, 0220114201801700, no designated city
            """)
    void asksTheCityForItsWards(String code, String kikan, String why) {
        assertThat(institutions.kikanCd(new Municipality(code))).isEqualTo(kikan);
    }

    @ParameterizedTest
    @CsvSource({"TM00000000000002,0001,0007,true", "TM00000000000002,0001,0008,false", "TM00000000000002,0002,0007,false",
            "TM00000000000016,0001,0007,false"})
    void knowsTheLayoutsThatItCanRead(String tm, String dataset, String han, boolean known) {
        assertThat(new Layouts().known(DAY, tm, dataset, han)).isEqualTo(known);
    }
}
