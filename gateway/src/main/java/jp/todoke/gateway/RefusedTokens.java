package jp.todoke.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Slows down who tries tokens: before they are looked at, since to look at one may cost a question to the authorisation server. A city hall often has
 * one address for everybody, so a token that was good a moment ago passes whatever its neighbours do. Runs before authentication (order -100).
 */
@Component
@Order(-110)
final class RefusedTokens extends OncePerRequestFilter {
    private static final int MOST_REMEMBERED = 50_000;
    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final RateLimits limits;
    private final Envelopes envelopes;
    /** Digests: a token itself must not lie about in memory. That it is remembered spares it the limit, not the check. */
    private final Cache<ByteBuffer, Boolean> good = Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterAccess(REMEMBERED)
            .build();

    RefusedTokens(RateLimits limits, Envelopes envelopes) {
        this.limits = limits;
        this.envelopes = envelopes;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String address = request.getRemoteAddr();
        ByteBuffer digest = digest(request.getHeader(HttpHeaders.AUTHORIZATION));
        boolean known = good.getIfPresent(digest) != null;
        if (!known) {
            try {
                limits.checkRefusedTokens(address);
            } catch (Refusal refusal) {
                envelopes.write(refusal, request, response);
                return;
            }
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            limits.recordRefusedToken(address);
        } else if (!known && request.getAttribute(Gate.BELIEVED) != null) {
            good.put(digest, true);
        }
    }

    private static ByteBuffer digest(String token) {
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.ISO_8859_1)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
