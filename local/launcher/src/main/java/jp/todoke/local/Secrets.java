package jp.todoke.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import jp.todoke.local.issuer.SystemClient;
import jp.todoke.local.processes.PrivateFile;

/** Secrets of one instance, drawn at its first start and kept with its data: without the key the data cannot be read. */
public final class Secrets {
    /** Names the key beside each encrypted value, so that a later key can follow it. */
    static final String CRYPTO_KEY_ID = "k1";
    private static final int BYTES = 32;
    private static final String CRYPTO = "crypto." + CRYPTO_KEY_ID;
    private static final String PEERS = "peers";
    private static final String DOUBLES = "doubles-admin";
    private final Properties values;

    private Secrets(Properties values) {
        this.values = values;
    }

    public static Secrets keptIn(Path file) {
        var values = new Properties();
        try {
            if (Files.exists(file)) {
                values.load(new StringReader(Files.readString(file)));
            }
            var random = new SecureRandom();
            boolean drawn = SystemClient.all().stream()
                    .map(c -> values.putIfAbsent("client." + c.id(), HexFormat.of().formatHex(draw(random)))).toList()
                    .contains(null);
            drawn |= values.putIfAbsent(CRYPTO, Base64.getEncoder().encodeToString(draw(random))) == null;
            drawn |= values.putIfAbsent(PEERS, HexFormat.of().formatHex(draw(random))) == null;
            drawn |= values.putIfAbsent(DOUBLES, HexFormat.of().formatHex(draw(random))) == null;
            if (drawn) {
                var text = new StringWriter();
                values.store(text, null);
                PrivateFile.write(file, text.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the secrets of this instance cannot be kept in " + file, e);
        }
        return new Secrets(values);
    }

    private static byte[] draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    public String ofClient(String clientId) {
        return values.getProperty("client." + clientId);
    }

    public Map<String, String> ofClients() {
        return SystemClient.all().stream().collect(Collectors.toMap(SystemClient::id, c -> ofClient(c.id())));
    }

    /** Base64 of 32 bytes. */
    String cryptoKey() {
        return values.getProperty(CRYPTO);
    }

    /** Token of whoever administers the national doubles. */
    public String ofDoubles() {
        return values.getProperty(DOUBLES);
    }

    /** Secret of our client at the national endpoints. */
    String ofPeers() {
        return values.getProperty(PEERS);
    }
}
