package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request as a peer sees it, free of WireMock's types. */
public final class PeerRequest implements Conduct.Asked {

    private final Request request;
    private final String path;
    private final PeerOperation operation;
    private Conduct.Ruling ruling = Conduct.Ruling.NONE;
    private @Nullable JsonNode json;

    PeerRequest(Request request, PeerOperation operation) {
        this.request = request;
        this.operation = operation;
        int query = request.getUrl().indexOf('?');
        this.path = query < 0 ? request.getUrl() : request.getUrl().substring(0, query);
    }

    public String path() {
        return path;
    }

    public String segment(int index) {
        return URLDecoder.decode(path.split("/")[index + 1], StandardCharsets.UTF_8);
    }

    public String absoluteUrl() {
        return request.getAbsoluteUrl();
    }

    void ruled(Conduct.Ruling how) {
        this.ruling = how;
    }

    public Scenario scenario() {
        return ruling.scenario();
    }

    /** What a result is to say in place of what the data say. */
    public @Nullable String scriptedKind() {
        return ruling.resultKind();
    }

    int delayMillis() {
        return ruling.delayMillis();
    }

    @Override
    public String operation() {
        return operation.getName();
    }

    @Override
    public String peer() {
        return operation.peer();
    }

    @Override
    public @Nullable String requestId() {
        return header("X-Request-Id");
    }

    @Override
    public @Nullable String person() {
        return operation.person(this);
    }

    @Override
    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    public boolean hasQuery(String name) {
        return request.queryParameter(name).isPresent();
    }

    @Override
    public byte[] body() {
        byte[] body = request.getBody();
        return body == null ? new byte[0] : body;
    }

    /** A file of a multipart form. */
    public record FilePart(String fileName, byte[] content) {
        @Override
        public String toString() {
            return "FilePart[" + fileName + "]";
        }
    }

    public Optional<FilePart> file(String name) {
        if (!request.isMultipart()) {
            return Optional.empty();
        }
        return Optional.ofNullable(request.getPart(name)).filter(part -> part.getFileName() != null)
                .map(part -> new FilePart(part.getFileName(), part.getBody().asBytes()));
    }

    public @Nullable String query(String name) {
        return request.queryParameter(name).isPresent() ? request.queryParameter(name).firstValue() : null;
    }

    /** The body as a tree, or null when it is not JSON. */
    public @Nullable JsonNode json() {
        if (json == null) {
            try {
                JsonNode tree = Json.MAPPER.readTree(body());
                json = tree == null || tree.isMissingNode() ? null : tree;
            } catch (JacksonException notJson) {
                return null;
            }
        }
        return json;
    }

    /** The fields of a form; a field sent twice is not a field of ours, so it keeps no value. */
    public Map<String, String> form() {
        Map<String, String> form = new LinkedHashMap<>();
        List<String> pairs = Arrays.asList(new String(body(), StandardCharsets.UTF_8).split("&"));
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                form.merge(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)), (first, second) -> "");
            }
        }
        return form;
    }

    private static String decode(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}
