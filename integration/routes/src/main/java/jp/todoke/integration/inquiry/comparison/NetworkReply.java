package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import java.util.List;
import jp.todoke.integration.evidence.MasterEntry;
import org.jspecify.annotations.Nullable;

/** A page of a list, looked through: nothing in it lacks what it must have, and all of it is about the municipality that asked. */
public sealed interface NetworkReply {
    /** With what the next page is asked for; absent: this was the last. */
    @Nullable
    String next();

    /** @param completeFrom what was accepted earlier may be absent */
    record Inquiries(Instant completeFrom, List<AcceptedInquiry> items, @Nullable String next) implements NetworkReply {}

    record AcceptedInquiry(String receiptNo, String requestId, Instant acceptedAt) {}

    /** @param asOf since when the next changes are asked for */
    record MasterChanges(Instant asOf, List<MasterEntry> items, @Nullable String next) implements NetworkReply {}
}
