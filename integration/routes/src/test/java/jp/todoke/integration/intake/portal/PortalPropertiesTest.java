package jp.todoke.integration.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The settings as a container gets them: environment variables, of which one that is there may be empty. */
class PortalPropertiesTest {
    private static final Municipality TOWN = new Municipality("139998");

    private static PortalProperties of(String municipalities, String backFeed) {
        var environment = new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of("TODOKE_INTAKE_PORTAL_MUNICIPALITIES", municipalities, "TODOKE_INTAKE_PORTAL_BACK_FEED", backFeed));
        return new Binder(ConfigurationPropertySources.from(environment)).bind("todoke.intake.portal", PortalProperties.class).get();
    }

    @Test
    void anEmptyVariableNamesNobody() {
        PortalProperties nobody = of("", "");

        assertThat(nobody.municipalities()).isEmpty();
        assertThat(nobody.backFeed()).isEmpty();
    }

    @Test
    void namesMunicipalitiesWithCommasBetween() {
        PortalProperties two = of("139998,139980", "139980");

        assertThat(two.municipalities()).containsExactlyInAnyOrder("139998", "139980");
        assertThat(two.fetches(TOWN)).isTrue();
        assertThat(two.sends(TOWN)).isFalse();
    }

    @Test
    void aMunicipalityThatDoesNotExistEndsTheStart() {
        assertThatThrownBy(() -> of("139999", "")).rootCause().isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0}: fetches {1}, sends {2}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            set,                                fetches, sends
            -,                                  false,   false
            todoke.intake.portal.municipalities, true,   false
            todoke.intake.portal.back-feed,     false,   true
            """)
    void doesNothingUntilSomebodySaysSo(String set, boolean fetches, boolean sends) {
        Map<String, String> settings = set == null ? Map.of() : Map.of(set, "139980,139998");

        PortalProperties properties = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("todoke.intake.portal", PortalProperties.class);

        assertThat(properties.fetches(TOWN)).isEqualTo(fetches);
        assertThat(properties.sends(TOWN)).isEqualTo(sends);
        assertThat(properties.fetches(new Municipality("131016"))).isFalse();
    }
}
