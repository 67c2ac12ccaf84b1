package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.todoke.integration.evidence.MasterEntry;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which the 中間サーバー and we are not of one mind. Equal kind and item is the same difference, however often it is found.
 *
 * @param item       受付番号, or table and codes of a row of a master
 * @param inquiryId  the inquiry of ours that is concerned
 * @param acceptedAt of an inquiry
 */
record Difference(Kind kind, String item, @Nullable UUID inquiryId, @Nullable Instant acceptedAt, @Nullable String theirs,
        @Nullable String ours) {

    enum Kind {
        /** It accepted an inquiry that we know nothing of. */
        NOT_KNOWN_HERE(Matter.INQUIRIES),
        /** It accepted an inquiry that we gave up without ever having its receipt. */
        GIVEN_UP_HERE(Matter.INQUIRIES),
        /** It accepted an inquiry under another receipt than we hold. */
        OTHER_RECEIPT(Matter.INQUIRIES),
        /** We wait for the answer to an inquiry that it does not list. */
        NOT_KNOWN_THERE(Matter.INQUIRIES),
        NEW_THERE(Matter.MASTERS),
        CHANGED_THERE(Matter.MASTERS),
        GONE_THERE(Matter.MASTERS);

        private final Matter matter;

        Kind(Matter matter) {
            this.matter = matter;
        }

        Matter matter() {
            return matter;
        }
    }

    static Difference accepted(Kind kind, NetworkReply.AcceptedInquiry theirs, ComparisonMapper.@Nullable Known ours) {
        return new Difference(kind, theirs.receiptNo(), ours == null ? null : ours.inquiryId(), theirs.acceptedAt(), theirs.receiptNo(),
                ours == null ? null : ours.receiptNo());
    }

    static Difference waiting(ComparisonMapper.Waiting ours) {
        return new Difference(Kind.NOT_KNOWN_THERE, ours.receiptNo(), ours.inquiryId(), ours.acceptedAt(), null, ours.receiptNo());
    }

    static Difference master(Kind kind, @Nullable MasterEntry theirs, @Nullable MasterEntry ours) {
        MasterEntry named = theirs == null ? Objects.requireNonNull(ours) : theirs;
        return new Difference(kind, item(named), null, null, theirs == null ? null : theirs.value(), ours == null ? null : ours.value());
    }

    static String item(MasterEntry entry) {
        return entry.table() + " " + entry.item();
    }
}
