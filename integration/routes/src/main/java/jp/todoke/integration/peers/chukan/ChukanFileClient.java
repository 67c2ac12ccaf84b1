package jp.todoke.integration.peers.chukan;

import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.auth.BearerToken;
import jp.todoke.integration.peers.auth.PeerTokens;
import jp.todoke.integration.peers.chukan.ChukanMessages.Headers;
import jp.todoke.integration.peers.chukan.FileMapping.FilePull;
import jp.todoke.integration.peers.chukan.FileMapping.Upload;
import jp.todoke.peers.chukan.ApiClient;
import jp.todoke.peers.chukan.api.ChukanApi;
import jp.todoke.peers.chukan.model.InquiryFileReceipt;
import jp.todoke.peers.chukan.model.InquiryFileResult;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * The file operations of the generated client. A file goes out from memory, one part of a round at a time: on disk it would show 宛名番号, and
 * the interceptor that repeats a request with a fresh token needs it whole.
 */
@Component
public class ChukanFileClient {
    private static final String PEER = "chukan";
    private static final String SCOPE = "032:chukan/inquiries:Create 032:chukan/inquiries:Read";

    private final ChukanApi api;
    private final PeerCalls calls;

    ChukanFileClient(PeerHttp http, PeerProperties properties, PeerTokens tokens, PeerCalls calls) {
        this.api = new ChukanApi(
                new ApiClient(http.to(PEER, properties.chukan().url()).requestInterceptor(new BearerToken(tokens, SCOPE)).build()));
        this.calls = calls;
    }

    public InquiryFileReceipt registerInquiryFile(Upload upload) {
        Headers headers = upload.headers();
        return calls.call(PEER, () -> {
            InquiryFileReceipt receipt = present(api.registerInquiryFile(headers.ifId(), headers.requestId(), headers.issue(),
                    headers.userId(), headers.gyomuId(), new NamedBytes(upload.name(), upload.content())));
            return complete(receipt, receipt.getFileId(), receipt.getAcceptedAt());
        });
    }

    public InquiryFileResult getInquiryFileResult(FilePull pull) {
        Headers headers = pull.headers();
        return calls.call(PEER, () -> {
            InquiryFileResult result = present(api.getInquiryFileResult(pull.fileId(), headers.ifId(), headers.requestId(), headers.issue(),
                    headers.userId(), headers.gyomuId()));
            return complete(result, result.getFileId(), result.getRecords(), result.getTogoErrors());
        });
    }

    /** The bytes are read first and parsed after: answers are kept as they came. */
    public byte[] getInquiryFileAnswers(FilePull pull) {
        Headers headers = pull.headers();
        return calls.call(PEER,
                () -> present(api.getInquiryFileAnswersWithResponseSpec(pull.fileId(), pull.from(), pull.limit(), headers.ifId(),
                        headers.requestId(), headers.issue(), headers.userId(), headers.gyomuId()).body(byte[].class)));
    }

    private static <T> T present(@Nullable T body) {
        if (body == null) {
            throw new RestClientException("empty body");
        }
        return body;
    }

    /** JSON without what the contract requires is no answer. */
    private static <T> T complete(T body, @Nullable Object... required) {
        for (Object each : required) {
            if (each == null) {
                throw new RestClientException("incomplete body");
            }
        }
        return body;
    }

    /** A part of a form is a file only with a name. */
    private static final class NamedBytes extends ByteArrayResource {
        private final String name;

        NamedBytes(String name, byte[] content) {
            super(content);
            this.name = name;
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof NamedBytes bytes && name.equals(bytes.name) && super.equals(other);
        }

        @Override
        public int hashCode() {
            return name.hashCode();
        }
    }
}
