package jp.todoke.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 庁内データ連携: opaque tokens, and answers in the envelope of its own. */
class AppSubmitTest extends GatewayTest {
    private static final String PATH = "/app_submit/v10/jidoteatejukyushajohoshokai";

    @Test
    void asksForAToken() {
        assertAnswer(submit(null), 401, "アクセストークンが無効です。");
        assertAnswer(submit("dead-token"), 401, "アクセストークンが無効です。");
    }

    @Test
    void knowsNoOperationYetAndSaysSoInTheSameEnvelope() {
        introspection(
                okJson("{\"active\":true,\"client_id\":\"c\",\"scope\":\"990:app_submit/v10/x:Read\",\"exp\":4102444800,\"aud\":\"990\"}"));

        assertAnswer(submit("living-token"), 404, "指定された操作はありません。URL とメソッドを確認してください。");
        ISSUERS.verify(postRequestedFor(urlPathEqualTo("/oauth2/introspect")).withRequestBody(containing("token=living-token"))
                .withRequestBody(containing("client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"))
                .withRequestBody(containing("client_assertion=ey")));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 500, 503})
    void isClosedWhileTheAuthorisationServerDoesNotAnswer(int status) {
        introspection(aResponse().withStatus(status));

        assertAnswer(submit("living-token"), 503, "想定外のエラーが発生しました。");
    }

    @Test
    void doesNotTakeTheTokensOfPeople() {
        assertAnswer(submit(ISSUER.token("cases:read")), 401, "アクセストークンが無効です。");
    }

    private void introspection(ResponseDefinitionBuilder answer) {
        ISSUERS.stubFor(post(urlPathEqualTo("/oauth2/introspect")).willReturn(answer));
    }

    private HttpResponse<String> submit(String token) {
        return send(request(PATH, token).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")));
    }

    private static void assertAnswer(HttpResponse<String> response, int status, String detail) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("{\"title\":\"庁内データ連携\",\"detail\":\"" + detail + "\",\"_links\":{\"self\":{\"href\":\"" + PATH + "\"}}}",
                response.body());
    }
}
