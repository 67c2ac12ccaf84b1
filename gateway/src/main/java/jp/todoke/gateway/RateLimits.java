package jp.todoke.gateway;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * How often a client, all clients of a municipality, and an address may ask: token buckets. What a client is refused by its own bucket costs its
 * municipality nothing, so it cannot take more from its colleagues than a single client may have; several greedy ones of one municipality together
 * can.
 *
 * <p>
 * The buckets are this process's own. With N replicas behind a balancer a caller may have up to N times the rate; a limit over all of them would need
 * a store that all share, whose failure would then be a failure of the gateway.
 */
@Component
final class RateLimits {
    /** Against memory that grows with the callers. Who is dropped for want of room starts anew with a full bucket. */
    private static final int MOST_BUCKETS = 50_000;
    private static final long NANOS = 1_000_000_000L;

    private final boolean enabled;
    private final LoadingCache<Client, Bucket> clients;
    private final LoadingCache<String, Bucket> tenants;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> refusedTokens;

    private record Client(String municipality, String name) {}

    RateLimits(GatewaySettings settings, TimeMeter time) {
        GatewaySettings.Rates rates = settings.gateway().rate();
        this.enabled = rates.enabled();
        this.clients = buckets(rates.client(), rates.burst(), time);
        this.tenants = buckets(rates.tenant(), rates.burst(), time);
        this.addresses = buckets(rates.address(), rates.burst(), time);
        this.refusedTokens = buckets(rates.refusedTokens(), rates.burst(), time);
    }

    /** A bucket that nobody asks is full again after the time of a burst, so that to forget it then forgives nothing. */
    private static <K> LoadingCache<K, Bucket> buckets(int perSecond, Duration burst, TimeMeter time) {
        long capacity = perSecond * burst.toSeconds();
        return Caffeine.newBuilder().maximumSize(MOST_BUCKETS).expireAfterAccess(burst.plusSeconds(1)).ticker(time::currentTimeNanos)
                .executor(Runnable::run).build(_ -> Bucket.builder().withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(perSecond, Duration.ofSeconds(1))).build());
    }

    /** One request with a token that was believed. */
    void spend(Token token) {
        if (!enabled) {
            return;
        }
        Bucket client = clients.get(new Client(token.municipality(), token.client()));
        spendOne(client);
        if (!token.municipality().isEmpty()) {
            try {
                spendOne(tenants.get(token.municipality()));
            } catch (Refusal refused) {
                client.addTokens(1);
                throw refused;
            }
        }
    }

    /** One request that needs no token. */
    void spend(String address) {
        if (enabled) {
            spendOne(addresses.get(address));
        }
    }

    /** One request whose token was refused. */
    void recordRefusedToken(String address) {
        if (enabled) {
            refusedTokens.get(address).tryConsume(1);
        }
    }

    /** Before a token is looked at: refuses an address that has tried too many bad ones. */
    void checkRefusedTokens(String address) {
        Bucket known = enabled ? refusedTokens.getIfPresent(address) : null;
        if (known != null) {
            refuseUnlessGranted(known.estimateAbilityToConsume(1).canBeConsumed(),
                    known.estimateAbilityToConsume(1).getNanosToWaitForRefill());
        }
    }

    private static void spendOne(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        refuseUnlessGranted(probe.isConsumed(), probe.getNanosToWaitForRefill());
    }

    private static void refuseUnlessGranted(boolean granted, long nanosToWait) {
        if (!granted) {
            throw Refusal.tooManyRequests(Math.toIntExact(Math.max(1, Math.ceilDiv(nanosToWait, NANOS))));
        }
    }
}
