package jp.todoke.integration.intake;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Only some packages are in memory at the same time. The others wait before their bodies are read, in the buffers of the
 * network: a whole municipality that sends at noon must not exhaust the heap. Runs behind the check of token and contract.
 */
@Component
final class UploadLimit extends OncePerRequestFilter {
    static final int AT_ONCE = 6;
    private static final Set<String> PATHS = Set.of("/api/v1/intake/packages", "/api/v1/intake/imports");

    private final Semaphore places = new Semaphore(AT_ONCE);

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !PATHS.contains(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        places.acquireUninterruptibly();
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
