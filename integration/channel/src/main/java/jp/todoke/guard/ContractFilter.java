package jp.todoke.guard;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.contracts.ContentType;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Match;
import jp.todoke.contracts.Operation;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.telemetry.Work;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a request pass only if the contract knows its operation, its token has the scope, and path, query, headers and
 * JSON body keep to the schemas; then binds the tenant of the token. Runs behind authentication and before binding, so
 * that features see only requests that can be bound.
 */
final class ContractFilter extends OncePerRequestFilter {
    private static final String BETWEEN_SERVICES = "channel";
    private final Contract contract;
    private final String service;
    private final ProblemWriter problems;

    /** @param service whose operations are served here, beside those between the services */
    ContractFilter(Contract contract, String service, ProblemWriter problems) {
        this.contract = contract;
        this.service = service;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            Match match = contract.find(request.getMethod(), request.getRequestURI()).filter(found -> served(found.operation()))
                    .orElseThrow(Problem::notFound);
            Operation operation = match.operation();
            request.setAttribute(Work.OPERATION, operation.id());
            Work.doing(operation.id());
            Optional<Municipality> tenant = authorize(operation);
            tenant.ifPresent(municipality -> remember(municipality, request));
            HttpServletRequest checked = check(match, request);
            if (tenant.isPresent()) {
                Tenant.call(tenant.get(), () -> {
                    pass(checked, response, chain);
                    return true;
                });
            } else {
                pass(checked, response, chain);
            }
        } catch (Problem problem) {
            problems.write(problem, response);
        }
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new RequestFault(e);
        }
    }

    private static void remember(Municipality municipality, HttpServletRequest request) {
        Work.of(municipality.code());
        request.setAttribute(Work.MUNICIPALITY, municipality.code());
    }

    private boolean served(Operation operation) {
        return operation.service().equals(service) || operation.service().equals(BETWEEN_SERVICES);
    }

    /**
     * The tenant of the token; none for public operations and between the services, where the envelope names it. Whoever's token is bound to a
     * municipality must not name another one there, whatever its scopes.
     */
    private static Optional<Municipality> authorize(Operation operation) {
        if (operation.isPublic()) {
            return Optional.empty();
        }
        if (!Caller.current().scopes().contains(operation.scope())) {
            throw Problem.forbidden("MISSING_SCOPE", "この操作を行う権限がありません。必要な権限: " + operation.scope());
        }
        String code = claim("municipality_code");
        if (operation.service().equals(BETWEEN_SERVICES)) {
            if (code != null) {
                throw Problem.forbidden("TENANT_BOUND", "自治体が指定されたトークンでは、この操作は行えません。");
            }
            return Optional.empty();
        }
        try {
            return Optional.of(new Municipality(code == null ? "" : code));
        } catch (IllegalArgumentException e) {
            throw Problem.forbidden("TENANT_MISSING", "トークンに自治体の指定がないため、この操作は行えません。");
        }
    }

    private static @Nullable String claim(String name) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token
                ? token.getToken().getClaimAsString(name)
                : null;
    }

    private HttpServletRequest check(Match match, HttpServletRequest request) throws IOException {
        Operation operation = match.operation();
        List<FieldError> violations = new ArrayList<>();
        contract.checkParameters(match, query(request.getQueryString()), request::getHeader)
                .forEach(violation -> violations.add(CheckedBody.error(violation)));
        HttpServletRequest checked = request;
        if (operation.requestTypes().isEmpty()) {
            checked = new BodyLimit.Limited(request, operation.maxBytes());
        } else {
            ContentType type = ContentType.of(request.getContentType());
            boolean empty = type.isAbsent() && request.getContentLengthLong() <= 0;
            if (request.getHeader("Content-Encoding") != null) {
                throw Problem.of(415, "UNSUPPORTED_ENCODING", "本文を圧縮せず、Content-Encoding を付けずに送信してください。");
            }
            if (!empty && !type.isTakenBy(operation)) {
                throw unsupportedType(operation);
            }
            BodyLimit.refuseDeclared(request, operation.maxBytes());
            if (operation.takesJson() && (empty || type.mediaType().equals("application/json"))) {
                byte[] sent = BodyLimit.read(request, operation.maxBytes());
                if (empty && sent.length > 0) {
                    throw unsupportedType(operation);
                }
                if (sent.length > 0 || operation.bodyRequired()) {
                    CheckedBody body = CheckedBody.read(contract, operation, sent).with(violations);
                    // Without its headers no operation is called.
                    boolean bindable = violations.stream().noneMatch(violation -> violation.pointer().startsWith("/header/"));
                    if (operation.has(Operation.Trait.REFUSES_BY_ITSELF) && body.isReadable() && bindable) {
                        request.setAttribute(CheckedBody.ATTRIBUTE, body);
                        return new BodyLimit.Buffered(request, sent);
                    }
                    refuse(body.violations());
                }
                checked = new BodyLimit.Buffered(request, sent);
            } else {
                checked = new BodyLimit.Limited(request, operation.maxBytes());
            }
        }
        refuse(violations);
        return checked;
    }

    private static Problem unsupportedType(Operation operation) {
        return Problem.of(415, "UNSUPPORTED_MEDIA_TYPE",
                "Content-Type には次のいずれかを指定してください（文字コードは UTF-8 だけです）: " + String.join("、", operation.requestTypes()));
    }

    private static void refuse(List<FieldError> violations) {
        if (violations.isEmpty()) {
            return;
        }
        if (violations.size() == 1 && violations.getFirst().pointer().equals("/header/If-Match")
                && violations.getFirst().code().equals("REQUIRED")) {
            throw Problem.preconditionRequired();
        }
        throw Problem.invalid(violations);
    }

    /** Read here and not by getParameter, which would also swallow a form body. */
    private static Map<String, List<String>> query(@Nullable String raw) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (raw == null || raw.isEmpty()) {
            return values;
        }
        for (String pair : raw.split("&")) {
            String[] parts = pair.split("=", 2);
            try {
                String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "";
                values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
            } catch (IllegalArgumentException e) {
                throw Problem.invalid(List.of(new FieldError("/query", "SYNTAX", "URL の検索条件を正しく符号化（パーセントエンコード）してください。")));
            }
        }
        return values;
    }

    /** Carries a checked exception of the chain out of the tenant's scope. */
    private static final class RequestFault extends RuntimeException {
        private static final long serialVersionUID = 1L;

        RequestFault(Exception cause) {
            super(cause);
        }
    }
}
