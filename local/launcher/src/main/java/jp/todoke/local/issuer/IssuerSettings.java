package jp.todoke.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Configuration of the issuer.
 *
 * @param uri the issuer's name in every token
 * @param keyFile where the signing key lies, so that tokens outlive a restart
 * @param secrets secret by client id
 */
@ConfigurationProperties("todoke.issuer")
record IssuerSettings(URI uri, Path keyFile, Map<String, String> secrets) {}
