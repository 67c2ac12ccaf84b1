package jp.todoke.channel;

import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.time.Duration;
import jp.todoke.telemetry.CallConvention;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.ClientCredentialsOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.client.OAuth2ClientHttpRequestInterceptor;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** An HTTP client towards the other service that carries our own token and never waits without end. */
final class PeerClient {
    private static final String REGISTRATION = "channel";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration READ = Duration.ofSeconds(10);

    private PeerClient() {}

    static RestClient create(URI peer, URI tokenUri, ChannelProperties.Client credentials, ObservationRegistry observations) {
        ClientHttpRequestFactory http = BlockingHttp.create(CONNECT, READ);
        return RestClient.builder().baseUrl(peer.toString()).requestFactory(http).requestInterceptor(bearer(http, tokenUri, credentials))
                .observationRegistry(observations).observationConvention(new CallConvention("channel"))
                .build();
    }

    /** Built here and not as beans: a repository of client registrations in the context would switch on the login of browsers. */
    private static OAuth2ClientHttpRequestInterceptor bearer(ClientHttpRequestFactory http, URI tokenUri,
            ChannelProperties.Client credentials) {
        ClientRegistration registration = ClientRegistration.withRegistrationId(REGISTRATION).clientId(credentials.id())
                .clientSecret(credentials.secret())
                .tokenUri(tokenUri.toString()).authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS).scope("linkage:send")
                .build();
        InMemoryClientRegistrationRepository registrations = new InMemoryClientRegistrationRepository(registration);
        InMemoryOAuth2AuthorizedClientService tokens = new InMemoryOAuth2AuthorizedClientService(registrations);

        RestClientClientCredentialsTokenResponseClient tokenClient = new RestClientClientCredentialsTokenResponseClient();
        tokenClient.setRestClient(RestClient.builder().requestFactory(http).configureMessageConverters(converters -> converters
                .addCustomConverter(new FormHttpMessageConverter()).addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        ClientCredentialsOAuth2AuthorizedClientProvider provider = new ClientCredentialsOAuth2AuthorizedClientProvider();
        provider.setAccessTokenResponseClient(tokenClient);

        AuthorizedClientServiceOAuth2AuthorizedClientManager manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, tokens);
        manager.setAuthorizedClientProvider(provider);
        Authentication ourselves = new AnonymousAuthenticationToken(REGISTRATION, credentials.id(),
                AuthorityUtils.createAuthorityList("SERVICE"));
        OAuth2ClientHttpRequestInterceptor interceptor = new OAuth2ClientHttpRequestInterceptor(manager);
        interceptor.setClientRegistrationIdResolver(request -> REGISTRATION);
        interceptor.setPrincipalResolver(request -> ourselves);
        interceptor.setAuthorizationFailureHandler(OAuth2ClientHttpRequestInterceptor.authorizationFailureHandler(tokens));
        return interceptor;
    }
}
