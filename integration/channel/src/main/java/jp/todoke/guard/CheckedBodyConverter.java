package jp.todoke.guard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Binds a {@link CheckedBody} without reading the body a second time. */
final class CheckedBodyConverter implements HttpMessageConverter<Object> {
    private final JsonMapper json;

    CheckedBodyConverter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return body() != null;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return List.of(MediaType.APPLICATION_JSON);
    }

    @Override
    public Object read(Class<? extends Object> type, HttpInputMessage message) {
        CheckedBody body = body();
        if (body == null) {
            throw new HttpMessageNotReadableException("not checked", message);
        }
        try {
            return body.bind(json, type);
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("not bound", e, message);
        }
    }

    @Override
    public void write(Object value, @Nullable MediaType contentType, HttpOutputMessage message) {
        throw new UnsupportedOperationException("reads only");
    }

    private static @Nullable CheckedBody body() {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        return request != null
                && request.getAttribute(CheckedBody.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof CheckedBody body ? body : null;
    }
}
