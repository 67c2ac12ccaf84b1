package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.util.List;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.persons.PersonDirectory;
import jp.todoke.doubles.togo.LinkageCodes;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.Seal;

/** The operations and mappings of 中間サーバー. */
public final class ChukanPeer {

    public static final List<String> MAPPINGS = List.of("chukan/mappings/register-inquiry.json", "chukan/mappings/pull-inquiry-status.json",
            "chukan/mappings/pull-inquiry-result.json", "chukan/mappings/register-inquiry-file.json",
            "chukan/mappings/pull-inquiry-file-result.json", "chukan/mappings/pull-inquiry-file-answers.json",
            "chukan/mappings/request-linkage-codes.json", "chukan/mappings/get-linkage-code-request.json",
            "chukan/mappings/cancel-inquiry.json", "chukan/mappings/pull-inquiry-cancellation.json",
            "chukan/mappings/network-health.json", "chukan/mappings/list-inquiries.json", "chukan/mappings/list-master-changes.json");

    private ChukanPeer() {}

    /** What its lists are made of. */
    public record Lists(AcceptedInquiries accepted, Masters masters) {
        public static Lists begin(Clock clock) {
            return new Lists(new AcceptedInquiries(clock), new Masters(clock));
        }

        /** As at the start. */
        public void clear() {
            accepted.clear();
            masters.clear();
        }
    }

    public static List<PeerOperation> operations(PersonDirectory directory, AccessTokens tokens, Seal seal, LatencyProfile profile,
            Clock clock, LinkageCodes codes, ServiceState service, Lists lists) {
        ChukanOperation.Gate gate = new ChukanOperation.Gate(PeerContract.of("chukan"), tokens);
        InquiryPull.Sources sources = new InquiryPull.Sources(seal, profile, new Answers(directory, clock.instant(), codes),
                new Cancellations(), clock);
        InquiryFiles files = new InquiryFiles();
        LinkageCodeRequests requests = new LinkageCodeRequests(codes);
        return List.of(new RegisterInquiry(gate, seal, profile, clock, codes, lists.accepted()), new PullStatus(gate, sources),
                new PullResult(gate, sources),
                new RegisterInquiryFile(gate, files, profile, clock), new PullFileResult(gate, files, sources),
                new PullFileAnswers(gate, files, sources), new RequestLinkageCodes(gate, requests), new PullLinkageCodes(gate, requests),
                new CancelInquiry(gate, sources), new PullCancellation(gate, sources),
                new NetworkHealth(gate, service, clock), new ListInquiries(gate, sources, lists.accepted()),
                new ListMasterChanges(gate, lists.masters(), clock));
    }
}
