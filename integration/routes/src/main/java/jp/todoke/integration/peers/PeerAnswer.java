package jp.todoke.integration.peers;

import java.util.function.Function;
import jp.todoke.integration.inquiry.Inquiry;
import org.springframework.web.client.RestClient.ResponseSpec;
import org.springframework.web.client.RestClientException;

/**
 * What a peer answered, on its way from client to mapping; never printed.
 *
 * @param received the bytes from which it was read
 */
public record PeerAnswer<A>(Inquiry asked, A said, byte[] received) {

    /** The bytes are read first and parsed after: an answer is kept as it came. */
    public static <A> PeerAnswer<A> read(Inquiry asked, ResponseSpec response, Function<byte[], A> parse) {
        byte[] received = response.body(byte[].class);
        if (received == null) {
            throw new RestClientException("empty body");
        }
        return new PeerAnswer<>(asked, parse.apply(received), received);
    }

    @Override
    public String toString() {
        return "PeerAnswer[" + asked.id() + "]";
    }
}
