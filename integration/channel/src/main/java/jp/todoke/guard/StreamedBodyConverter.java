package jp.todoke.guard;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;

/** Hands a body of many lines on unread. The framework would gather it in memory first. */
final class StreamedBodyConverter implements HttpMessageConverter<Resource> {
    private static final List<MediaType> LINES = List.of(new MediaType("application", "x-ndjson"), new MediaType("application", "ndjson"),
            new MediaType("application", "jsonl"), new MediaType("text", "csv"));

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return type == Resource.class && mediaType != null && LINES.stream().anyMatch(mediaType::equalsTypeAndSubtype);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return LINES;
    }

    @Override
    public Resource read(Class<? extends Resource> type, HttpInputMessage message) throws IOException {
        return new InputStreamResource(message.getBody());
    }

    @Override
    public void write(Resource value, @Nullable MediaType contentType, HttpOutputMessage message) {
        throw new UnsupportedOperationException("reads only");
    }
}
