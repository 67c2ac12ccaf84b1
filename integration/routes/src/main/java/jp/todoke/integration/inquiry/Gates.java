package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What holds questions back for a while: how fast an institution may be asked, institutions that do not answer, and a 中間サーバー that asked us to
 * stay away. The claims are told, so that whoever is held back waits in its row, at its place, and costs nothing. Known to this process only: after a
 * restart one question too many is asked, no more.
 */
@Component
class Gates {
    /** The peer asked us to stay away. */
    private static final Set<String> STAY_AWAY = Set.of("HTTP_429", "BLOCKED");
    /** The call was not even tried: the circuit breaker of the peer knows that nobody is there. */
    static final String BREAKER_OPEN = "BREAKER_OPEN";
    /** 機関コード; what is asked elsewhere than at the 中間サーバー has a word instead. */
    private static final String INSTITUTION = "[0-9]{16}";

    private final InquiryProperties properties;
    private final Clock clock;
    private final Gate network;
    private final Map<String, Gate> providers = new ConcurrentHashMap<>();

    Gates(InquiryProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
        this.network = new Gate("network", properties.throttle().network(), properties.concurrency(), clock);
    }

    /** @return false when the step may not be taken now */
    boolean enter(Inquiry inquiry, Step step) {
        if (isOfNetwork(inquiry) && !network.enter()) {
            return false;
        }
        if (step.byReceipt() || of(inquiry).enter()) {
            return true;
        }
        if (isOfNetwork(inquiry)) {
            network.leave();
        }
        return false;
    }

    /** The step ended by a fault of ours. */
    void leave(Inquiry inquiry, Step step) {
        if (isOfNetwork(inquiry)) {
            network.leave();
        }
        if (!step.byReceipt()) {
            of(inquiry).leave();
        }
    }

    /** What came of the step; {@link PeerReply.Congested} is the institution's word, 429 and a blockade are the peer's. */
    void leave(Inquiry inquiry, Step step, PeerReply reply) {
        String trouble = reply instanceof LinkageAnswer.Unavailable unavailable ? unavailable.trouble() : "";
        if (isOfNetwork(inquiry)) {
            // Its circuit breaker is that of the calls.
            network.leave(true);
        }
        if (!step.byReceipt() && trouble.equals(BREAKER_OPEN)) {
            of(inquiry).leave();
        } else if (!step.byReceipt()) {
            of(inquiry).leave(trouble.isEmpty());
        }
        Gate spoken = isOfNetwork(inquiry) ? network : of(inquiry);
        if (STAY_AWAY.contains(trouble)) {
            spoken.closeFor(properties.retry().afterCapacity());
        } else if (trouble.equals(BREAKER_OPEN)) {
            spoken.closeFor(properties.retry().first());
        } else if (reply instanceof PeerReply.Congested) {
            of(inquiry).closeFor(properties.retry().afterCapacity());
        }
    }

    /** Whether trouble of this kind says nothing about the question itself: it keeps its place. */
    boolean holdsBack(LinkageAnswer.Unavailable unavailable) {
        return STAY_AWAY.contains(unavailable.trouble());
    }

    void closeNetwork(Duration pause) {
        network.closeFor(pause);
    }

    boolean networkClosed() {
        return network.isClosed();
    }

    List<String> closed() {
        return providers.entrySet().stream().filter(entry -> entry.getValue().isClosed()).map(Map.Entry::getKey).toList();
    }

    private Gate of(Inquiry inquiry) {
        return providers.computeIfAbsent(provider(inquiry),
                name -> new Gate(name, properties.throttle().provider(), Math.max(1, properties.concurrency() / 2), clock));
    }

    static boolean isOfNetwork(Inquiry inquiry) {
        return provider(inquiry).matches(INSTITUTION);
    }

    private static String provider(Inquiry inquiry) {
        return switch (inquiry.question()) {
            case Inquiry.NetworkQuestion question -> question.basis().providerKikanCd();
            case Inquiry.IdentityQuestion _ -> InquiryEnds.JUKI;
            case Inquiry.NumberingQuestion question -> question.basis().provider();
            case Inquiry.AccountQuestion question -> question.basis().provider();
        };
    }
}
