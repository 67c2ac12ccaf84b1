package jp.todoke.channel;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** {@code deliverMessage} of specs/linkage: takes a message over, also when it was known already. */
@RestController
final class LinkageEndpoint {
    private final Inbox inbox;

    LinkageEndpoint(Inbox inbox) {
        this.inbox = inbox;
    }

    @PostMapping("/linkage/v1/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void deliverMessage(@RequestBody Envelope message) {
        inbox.receive(message);
    }
}
