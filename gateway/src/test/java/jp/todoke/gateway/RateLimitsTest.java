package jp.todoke.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two requests a second for a client and five for a municipality, ten seconds' worth at once: twenty and fifty. */
class RateLimitsTest {
    private final ManualTime time = new ManualTime();
    private final RateLimits limits = limits(true);

    private RateLimits limits(boolean enabled) {
        var rates = new GatewaySettings.Rates(enabled, 2, 5, 1, 1, Duration.ofSeconds(10));
        var settings = new GatewaySettings("", null, null, null, null,
                new GatewaySettings.Limits(Duration.ofSeconds(1), Duration.ofSeconds(1),
                        Duration.ofSeconds(1), new GatewaySettings.Breaker(10, 10, 50, Duration.ofSeconds(1), 1), rates));
        return new RateLimits(settings, time);
    }

    /** Each client asks as often as it says; then one more request of the last one. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            story,                                                        asked,                                            then,     refused for
            a client within its burst,                                    131016/a*19,                                      131016/a, 0
            a client beyond it waits for half a second rounded up,        131016/a*20,                                      131016/a, 1
            a colleague of a greedy client,                               131016/a*500,                                     131016/b, 0
            the same name in another municipality is somebody else,       131016/a*20,                                      139998/a, 0
            a municipality whose clients together ask too much,           131016/a*20 131016/b*20 131016/c*10,              131016/d, 1
            what clients are refused does not count for the municipality, 131016/a*90 131016/b*90 131016/c*9,               131016/d, 0
            another municipality beside one that asks too much,           131016/a*20 131016/b*20 131016/c*20,              139998/a, 0
            """)
    void sharesTheGateway(String story, String asked, String then, int refusedFor) {
        for (String part : asked.split(" ")) {
            String[] whoAndHowOften = part.split("\\*");
            for (int i = 0; i < Integer.parseInt(whoAndHowOften[1]); i++) {
                waitAfter(whoAndHowOften[0]);
            }
        }

        assertEquals(refusedFor, waitAfter(then), story);
    }

    @ParameterizedTest(name = "after {0} ms {1} more requests pass")
    @CsvSource({"0, 0", "499, 0", "500, 1", "1000, 2", "10000, 20", "60000, 20"})
    void fillsUpAgain(int millis, int more) {
        for (int i = 0; i < 20; i++) {
            waitAfter("131016/a");
        }
        time.pass(Duration.ofMillis(millis));

        int passed = 0;
        while (waitAfter("131016/a") == 0) {
            passed++;
        }

        assertEquals(more, passed);
    }

    @Test
    void givesAClientBackWhatItsMunicipalityRefused() {
        for (String client : "a*20 b*20 c*10".split(" ")) {
            for (int i = 0; i < Integer.parseInt(client.substring(2)); i++) {
                waitAfter("131016/" + client.charAt(0));
            }
        }
        for (int i = 0; i < 50; i++) {
            assertEquals(1, waitAfter("131016/d"));
        }
        time.pass(Duration.ofSeconds(2));

        int passed = 0;
        while (waitAfter("131016/d") == 0) {
            passed++;
        }

        assertEquals(10, passed, "the municipality's refill, not what is left of the client");
    }

    /** One a second: who has used up ten waits for the next one. */
    @Test
    void saysHonestlyHowLongAnAddressWaits() {
        for (int i = 0; i < 10; i++) {
            limits.spend("192.0.2.1");
        }

        assertEquals(1, assertThrows(Refusal.class, () -> limits.spend("192.0.2.1")).retryAfter());
        limits.spend("192.0.2.2");
        time.pass(Duration.ofSeconds(1));
        limits.spend("192.0.2.1");
    }

    @Test
    void refusesAnAddressThatTriesManyTokens() {
        for (int i = 0; i < 10; i++) {
            limits.checkRefusedTokens("192.0.2.1");
            limits.recordRefusedToken("192.0.2.1");
        }

        assertEquals(429, assertThrows(Refusal.class, () -> limits.checkRefusedTokens("192.0.2.1")).status());
        limits.checkRefusedTokens("192.0.2.2");
        time.pass(Duration.ofSeconds(1));
        limits.checkRefusedTokens("192.0.2.1");
    }

    @Test
    void canBeSwitchedOffForALoadTest() {
        RateLimits none = limits(false);

        for (int i = 0; i < 1_000; i++) {
            none.spend(new Token(Set.of(), "131016", "a"));
        }
    }

    @ParameterizedTest(name = "client {0}, tenant {1}, address {2}")
    @CsvSource({"0, 5, 1", "2, 2, 1", "2, 5, 0"})
    void doesNotStartWithLimitsThatMakeNoSense(int client, int tenant, int address) {
        assertThrows(IllegalArgumentException.class,
                () -> new GatewaySettings.Rates(true, client, tenant, address, 1, Duration.ofSeconds(10)));
    }

    private int waitAfter(String who) {
        String[] municipalityAndName = who.split("/");
        try {
            limits.spend(new Token(Set.of(), municipalityAndName[0], municipalityAndName[1]));
            return 0;
        } catch (Refusal refusal) {
            assertEquals(429, refusal.status());
            return refusal.retryAfter();
        }
    }
}
