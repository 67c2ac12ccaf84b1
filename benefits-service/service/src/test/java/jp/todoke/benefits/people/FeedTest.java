package jp.todoke.benefits.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;

class FeedTest extends BenefitsTestSystem {
    private static final String KOJINBANGO = "123456789018";

    @Test
    void addsAVersionForAChangeOnly() {
        TestFamily family = TestFamily.singleParent().register("01", "kojinbango", KOJINBANGO);

        feed(family, HERE);
        feed(family, HERE);
        feed(family.register("01", "address", "東京都届野市南二丁目２番２号"), HERE);

        assertThat(versions(family, "address")).hasSize(2).last().isEqualTo("東京都届野市南二丁目２番２号");
        assertThat(versions(family, "valid_from::text")).containsOnly(TODAY.toString());
    }

    @Test
    void keepsThePersonalNumberEncrypted() {
        TestFamily family = TestFamily.singleParent().register("01", "kojinbango", KOJINBANGO);

        feed(family, HERE);

        assertThat(versions(family, "kojinbango_key_id")).containsExactly("k1");
        assertThat(versions(family, "encode(kojinbango_cipher, 'escape')")).allSatisfy(
                cipher -> assertThat(cipher).doesNotContain(KOJINBANGO).hasSizeGreaterThan(28));
    }

    @Test
    void saysHowManyChanged() {
        TestFamily family = TestFamily.couple();
        String feeder = user("register-feed", HERE);
        Map<String, Object> taxes = Map.of("year", 2026, "rows", List.of(
                Map.of("atenabango", family.atenabango("01"), "declared", true, "totalIncomeYen", 0),
                Map.of("atenabango", family.atenabango("02"), "declared", false)));

        assertThat(post("/api/v1/feeds/taxes", feeder, taxes, null).at("/changed").asInt()).isEqualTo(2);
        assertThat(post("/api/v1/feeds/taxes", feeder, taxes, null).at("/changed").asInt()).isZero();
    }

    @Test
    void refusesAnIncomeThatWasNotDeclaredAndADeclarationWithoutOne() {
        TestFamily family = TestFamily.couple();
        Map<String, Object> taxes = Map.of("year", 2026, "rows", List.of(
                Map.of("atenabango", family.atenabango("01"), "declared", false, "totalIncomeYen", 0),
                Map.of("atenabango", family.atenabango("02"), "declared", true)));

        Reply refused = post("/api/v1/feeds/taxes", user("register-feed", HERE), taxes, null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors")).extracting(error -> error.path("pointer").asString())
                .containsExactly("/rows/0/totalIncomeYen", "/rows/1/totalIncomeYen");
        assertThat(query("select version_id::text from benefits.tax_version where atenabango = ?", family.atenabango("01"))).isEmpty();
    }

    @Test
    void refusesSomebodyWhoLeftBeforeComing() {
        TestFamily family = TestFamily.singleParent().register("01", "removedOn", "2015-03-31");

        Reply refused = post("/api/v1/feeds/residents", user("register-feed", HERE),
                Map.of("asOf", TODAY.toString(), "residents", List.of(family.resident("11"), family.resident("01"))), null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors")).extracting(error -> error.path("pointer").asString() + " " + error.path("code").asString())
                .containsExactly("/residents/1/removedOn CONTRADICTS");
        assertThat(versions(family, "name")).isEmpty();
    }

    @Test
    void refusesAKeyWithAnotherBody() {
        TestFamily family = TestFamily.couple();
        String key = UUID.randomUUID().toString();
        Map<String, Object> row = Map.of("atenabango", family.atenabango("01"), "declared", false);

        Reply first = post("/api/v1/feeds/taxes", user("register-feed", HERE), Map.of("year", 2026, "rows", List.of(row)), null, key);
        Reply other = post("/api/v1/feeds/taxes", user("register-feed", HERE), Map.of("year", 2025, "rows", List.of(row)), null, key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    private static List<String> versions(TestFamily family, String column) {
        return query("select " + column + " from benefits.person_version where atenabango = ? order by recorded_at",
                family.atenabango("01"));
    }

    @Test
    void keepsANewVersionOfTaxWhenAnItemChanged() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        feed(family, HERE);
        feed(family.taxItems("01", 1_000_000, 1, Map.of("medicalExpensesYen", 1)), HERE);

        assertThat(query("select version_id::text from benefits.tax_version where atenabango = ?", family.atenabango("01"))).hasSize(2);
    }

    @Test
    void refusesItemsOfTaxThatWasNotDeclared() {
        Map<String, Object> row = Map.of("atenabango", "000000000000000", "declared", false, "detail", TestFamily.items(0, 0, Map.of()));

        Reply refused = post("/api/v1/feeds/taxes", user("register-feed", HERE), Map.of("year", 2026, "rows", List.of(row)), null);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/errors/0/pointer").asString()).isEqualTo("/rows/0/detail");
    }
}
