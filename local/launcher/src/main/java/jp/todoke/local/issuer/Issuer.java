package jp.todoke.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The running issuer, inside the launcher's own process. */
public final class Issuer implements AutoCloseable {
    private final URI uri;
    private final ConfigurableApplicationContext context;

    private Issuer(URI uri, ConfigurableApplicationContext context) {
        this.uri = uri;
        this.context = context;
    }

    /** @param secrets secret by client id, one for every {@link SystemClient} */
    public static Issuer start(int port, Path keyFile, Map<String, String> secrets) {
        URI uri = uriAt(port);
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("server.address", "127.0.0.1");
        // Cookies know no port: another application on this machine may use the default name.
        settings.put("server.servlet.session.cookie.name", "TODOKE_ISSUER");
        settings.put("spring.main.lazy-initialization", "true");
        settings.put("todoke.issuer.uri", uri);
        settings.put("todoke.issuer.key-file", keyFile);
        secrets.forEach((id, secret) -> settings.put("todoke.issuer.secrets." + id, secret));
        var application = new SpringApplicationBuilder(IssuerConfiguration.class).web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false).registerShutdownHook(false).properties(settings);
        return new Issuer(uri, application.run());
    }

    public static URI uriAt(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    public URI uri() {
        return uri;
    }

    @Override
    public void close() {
        context.close();
    }
}
