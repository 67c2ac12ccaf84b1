package jp.todoke.local.demo;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.function.Supplier;
import jp.todoke.client.benefits.ApiClient;
import jp.todoke.client.benefits.api.CasesApi;
import jp.todoke.client.benefits.api.FeedsApi;
import jp.todoke.client.benefits.api.NoticesApi;
import jp.todoke.client.benefits.api.PaymentsApi;
import jp.todoke.client.intake.api.IntakeApi;
import jp.todoke.local.ReachableSystem;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** One user's or system's way in: the generated clients over the gateway, each request with that one's own token. */
public final class Desk {
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    /** Whatever goes wrong is the caller's to see. */
    static final ClientHttpRequestInterceptor DIRECT = (request, body, execution) -> execution.execute(request, body);
    private static final Duration READ_LIMIT = Duration.ofSeconds(60);
    private static final HttpClient TRANSPORT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10)).build();

    private final RestClient http;
    private final ApiClient client;
    private final jp.todoke.client.intake.ApiClient intakeClient;

    private Desk(ReachableSystem system, Supplier<String> token, ClientHttpRequestInterceptor passage) {
        var requests = new JdkClientHttpRequestFactory(TRANSPORT);
        requests.setReadTimeout(READ_LIMIT);
        http = ApiClient.buildRestClientBuilder(MAPPER)
                .baseUrl(system.gatewayUrl().toString())
                .requestFactory(requests)
                // Every attempt of a request fetches its token.
                .requestInterceptor((request, body, execution) -> passage.intercept(request, body, (attempt, sent) -> {
                    attempt.getHeaders().setBearerAuth(token.get());
                    return execution.execute(attempt, sent);
                }))
                .build();
        String address = system.gatewayUrl().toString();
        String base = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        client = new ApiClient(http, MAPPER, ApiClient.createDefaultDateFormat()).setBasePath(base);
        intakeClient = new jp.todoke.client.intake.ApiClient(http, MAPPER, ApiClient.createDefaultDateFormat()).setBasePath(base);
    }

    public static Desk of(ReachableSystem system, String user) {
        return of(system, user, DIRECT);
    }

    public static Desk of(ReachableSystem system, String user, ClientHttpRequestInterceptor passage) {
        return new Desk(system, () -> system.token(user), passage);
    }

    public static Desk ofSystem(ReachableSystem system, String clientId) {
        return ofSystem(system, clientId, DIRECT);
    }

    static Desk ofSystem(ReachableSystem system, String clientId, ClientHttpRequestInterceptor passage) {
        return new Desk(system, () -> system.clientToken(clientId), passage);
    }

    public CasesApi cases() {
        return new CasesApi(client);
    }

    public PaymentsApi payments() {
        return new PaymentsApi(client);
    }

    public NoticesApi notices() {
        return new NoticesApi(client);
    }

    public FeedsApi feeds() {
        return new FeedsApi(client);
    }

    public IntakeApi intake() {
        return new IntakeApi(intakeClient);
    }

    /** For bytes, which the generated clients only know as files. */
    public RestClient http() {
        return http;
    }
}
