package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;

/** 補正: a second application that names the first. */
class AmendedApplicationTest extends BenefitsTestSystem {

    private int received(TestFamily family, UUID amends) {
        Map<String, Object> payload = family.application();
        payload.put("amends", amends);
        return deliver(HERE, "application.received", String.valueOf(payload.get("packageId")), payload).status();
    }

    private int casesOf(TestFamily family) {
        return get("/api/v1/cases?uketsukeBango=" + family.uketsukeBango(), caseworker()).at("/items").size();
    }

    @Test
    void joinsTheCaseOfTheFirstAndStopsItForAnOfficer() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);
        Reply first = receive(family, HERE);
        TestFamily amended = family.again();

        assertThat(received(amended, UUID.fromString(String.valueOf(family.application().get("packageId"))))).isEqualTo(202);

        assertThat(casesOf(amended)).as("no second case").isZero();
        Reply joined = get(pathOf(first), caseworker());
        assertThat(joined.at("/actionPoints").valueStream().map(point -> point.path("code").asString()))
                .containsExactly("APPLICATION_AMENDED");
        assertThat(inquiries(joined)).as("nothing is asked twice").hasSameSizeAs(inquiries(first));
    }

    @Test
    void opensACaseWhenTheFirstWasWithdrawn() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);
        Reply first = receive(family, HERE);
        assertThat(post(pathOf(first) + "/withdrawal", caseworker(), Map.of("reason", "書き誤りのため"), first.etag()).status()).isEqualTo(200);
        TestFamily amended = family.again();

        assertThat(received(amended, family.packageId())).isEqualTo(202);

        assertThat(casesOf(amended)).isEqualTo(1);
    }

    @Test
    void opensACaseWhenTheFirstHasNone() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);

        assertThat(received(family, UUID.randomUUID())).isEqualTo(202);

        assertThat(casesOf(family)).isEqualTo(1);
    }
}
