package jp.todoke.integration.peers.chukan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.todoke.integration.evidence.MasterEntry;
import jp.todoke.integration.inquiry.comparison.NetworkReply;
import jp.todoke.integration.inquiry.comparison.NetworkReply.AcceptedInquiry;
import jp.todoke.integration.inquiry.comparison.NetworkRequest;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.integration.peers.chukan.NetworkListMessages.InquiriesPull;
import jp.todoke.integration.peers.chukan.NetworkListMessages.InquiriesPulled;
import jp.todoke.integration.peers.chukan.NetworkListMessages.MastersPull;
import jp.todoke.integration.peers.chukan.NetworkListMessages.MastersPulled;
import jp.todoke.peers.chukan.model.InquiryList;
import jp.todoke.peers.chukan.model.ListedInquiry;
import jp.todoke.peers.chukan.model.MasterChanges;
import jp.todoke.peers.chukan.model.MasterRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists of the 中間サーバー ⇄ what is compared. A page of which one row is amiss says nothing at all: it is asked for again. */
@Component
public class ComparisonMapping {
    /** Nobody of the staff asks. */
    private static final String SYSTEM = "SYSTEM-AUTO";
    private static final String UNREADABLE = "UNREADABLE";

    public InquiriesPull toInquiriesPull(NetworkRequest.ListInquiries asked) {
        return new InquiriesPull("IF_SKI_10723", SYSTEM, asked);
    }

    public MastersPull toMastersPull(NetworkRequest.ListMasterChanges asked) {
        return new MastersPull("IF_SCM_30112", SYSTEM, asked);
    }

    public NetworkReply toInquiries(InquiriesPulled pulled) {
        InquiryList list = pulled.list();
        require(list.getCompleteFrom(), list.getItems());
        NetworkRequest.ListInquiries asked = pulled.asked();
        List<AcceptedInquiry> items = list.getItems().stream().map(item -> accepted(asked, item)).toList();
        return new NetworkReply.Inquiries(list.getCompleteFrom().toInstant(), items, next(asked.after(), list.getNext()));
    }

    private static AcceptedInquiry accepted(NetworkRequest.ListInquiries asked, ListedInquiry item) {
        require(item.getUketsukeBango(), item.getRequestId(), item.getShokaishaKikanCd(), item.getState(), item.getAcceptedAt());
        ofAsker(asked, item.getShokaishaKikanCd());
        Instant acceptedAt = item.getAcceptedAt().toInstant();
        if (acceptedAt.isBefore(asked.from()) || !acceptedAt.isBefore(asked.to())) {
            throw new PeerUnreachable("ANOTHER_WINDOW");
        }
        return new AcceptedInquiry(item.getUketsukeBango(), item.getRequestId(), acceptedAt);
    }

    public NetworkReply toMasterChanges(MastersPulled pulled) {
        MasterChanges changes = pulled.changes();
        require(changes.getShokaishaKikanCd(), changes.getAsOf(), changes.getItems());
        NetworkRequest.ListMasterChanges asked = pulled.asked();
        ofAsker(asked, changes.getShokaishaKikanCd());
        return new NetworkReply.MasterChanges(changes.getAsOf().toInstant(),
                changes.getItems().stream().map(ComparisonMapping::entry).toList(), next(asked.after(), changes.getNext()));
    }

    private static MasterEntry entry(MasterRow row) {
        require(row.getTable());
        return switch (row.getTable()) {
            case INSTITUTION -> MasterEntry.institution(code(row.getKikanCd()), code(row.getKikanKbn()), row.getAppliesTo());
            case DUTY -> MasterEntry.code(MasterEntry.Table.DUTY, code(row.getJimuCd()), row.getAppliesTo());
            case PROCEDURE -> MasterEntry.code(MasterEntry.Table.PROCEDURE, code(row.getJimutetsuzukiCd()), row.getAppliesTo());
            case INFORMATION ->
                MasterEntry.code(MasterEntry.Table.INFORMATION, code(row.getTokuteikojinjohomeiCd()), row.getAppliesTo());
            case LAYOUT -> {
                require(row.getAppliesFrom());
                yield MasterEntry.layout(code(row.getTokuteikojinjohomeiCd()), code(row.getDatasetNo()), code(row.getHanNo()),
                        row.getAppliesFrom(), row.getAppliesTo());
            }
            case TUPLE -> {
                require(row.getAppliesFrom());
                yield MasterEntry.tuple(code(row.getJimuCd()), code(row.getJimutetsuzukiCd()), code(row.getTokuteikojinjohomeiCd()),
                        code(row.getTeikyoshaKbn()), row.getTeikyoshaKikanCd(), row.getAppliesFrom(), row.getAppliesTo());
            }
        };
    }

    private static String code(@Nullable String code) {
        require(code);
        return Objects.requireNonNull(code);
    }

    private static void require(@Nullable Object... members) {
        if (Stream.of(members).anyMatch(Objects::isNull)) {
            throw new PeerUnreachable(UNREADABLE);
        }
    }

    private static void ofAsker(NetworkRequest asked, String asker) {
        if (!asked.askerKikanCd().equals(asker)) {
            throw new PeerUnreachable("ANOTHER_ASKER");
        }
    }

    /** A page that leads to itself has no end. */
    private static @Nullable String next(@Nullable String after, @Nullable String next) {
        if (next != null && next.equals(after)) {
            throw new PeerUnreachable(UNREADABLE);
        }
        return next;
    }
}
