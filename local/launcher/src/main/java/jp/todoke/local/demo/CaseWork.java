package jp.todoke.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.client.benefits.model.ApprovalRequest;
import jp.todoke.client.benefits.model.CaseList;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.client.benefits.model.CaseSummary;
import jp.todoke.client.benefits.model.CaseView;
import jp.todoke.client.benefits.model.Confirmation;
import jp.todoke.client.benefits.model.FactView;
import jp.todoke.client.benefits.model.ProposalRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;

/** What caseworker and approver do with one case, each at the own desk. */
public final class CaseWork {
    private static final int PAGE = 500;
    private final Desk caseworker;
    private final Desk approver;
    private final String run;

    /** @param run part of every idempotency key, so that two runs do not meet */
    public CaseWork(Desk caseworker, Desk approver, String run) {
        this.caseworker = caseworker;
        this.approver = approver;
        this.run = run;
    }

    /** A case as it was read, with the tag that a change of it must name. */
    public record Tagged(CaseView view, String tag) {
        static Tagged of(ResponseEntity<CaseView> answer) {
            CaseView view = answer.getBody();
            String tag = answer.getHeaders().getFirst(HttpHeaders.ETAG);
            if (view == null || tag == null) {
                throw new IllegalStateException("an answer without case or ETag");
            }
            return new Tagged(view, tag);
        }
    }

    /** Every case of the municipality, in order of receipt. */
    public List<CaseSummary> all() {
        var all = new ArrayList<CaseSummary>();
        UUID after = null;
        do {
            CaseList page = caseworker.cases().listCases(null, null, after, PAGE);
            all.addAll(page.getItems());
            after = page.getNext();
        } while (after != null);
        return all;
    }

    /** The case that came of a package; empty while it is on its way. */
    public Optional<CaseSummary> of(String uketsukeBango) {
        return caseworker.cases().listCases(null, uketsukeBango, null, 1).getItems().stream().findFirst();
    }

    public Tagged read(UUID caseId) {
        return Tagged.of(caseworker.cases().getCaseWithHttpInfo(caseId));
    }

    /** 照会結果の確認: every answer that waits for an officer. */
    public Tagged confirm(Tagged tagged) {
        List<UUID> open = tagged.view()
                .getFacts()
                .stream()
                .filter(fact -> fact.getState() == FactView.StateEnum.PROPOSED)
                .map(FactView::getFactId)
                .toList();
        if (open.isEmpty()) {
            return tagged;
        }
        var confirmation = new Confirmation().factIds(open);
        UUID caseId = tagged.view().getCaseId();
        return Tagged.of(caseworker.cases().confirmFactsWithHttpInfo(caseId, tagged.tag(), key("confirm", caseId), confirmation));
    }

    /** 起案. */
    public Tagged propose(Tagged tagged) {
        return propose(tagged, caseworker);
    }

    /** 起案 by somebody else than the caseworker. */
    public Tagged propose(Tagged tagged, Desk by) {
        UUID caseId = tagged.view().getCaseId();
        return Tagged.of(by.cases().proposeDecisionWithHttpInfo(caseId, tagged.tag(), key("propose", caseId), new ProposalRequest()));
    }

    /** 決裁 by the approver. */
    public Tagged approve(Tagged tagged) {
        UUID caseId = tagged.view().getCaseId();
        return Tagged.of(
                approver.cases().approveDecisionWithHttpInfo(caseId, tagged.tag(), key("approve", caseId), approval(tagged.view())));
    }

    /** Whether the one who proposed is refused as approver by that reason, and the case left as it was. */
    public boolean isProposerRefused(Tagged tagged, Desk proposer) {
        UUID caseId = tagged.view().getCaseId();
        try {
            proposer.cases().approveDecisionWithHttpInfo(caseId, tagged.tag(), key("self-approve", caseId), approval(tagged.view()));
            return false;
        } catch (HttpClientErrorException.Forbidden refused) {
            boolean asProposer = "SAME_PERSON".equals(Desk.MAPPER.readTree(refused.getResponseBodyAsByteArray()).path("code").asString());
            Tagged after = read(caseId);
            return asProposer && after.view().getState() == CaseState.PROPOSED && after.tag().equals(tagged.tag());
        }
    }

    private static ApprovalRequest approval(CaseView view) {
        if (view.getProposal() == null) {
            throw new IllegalStateException("case " + view.getCaseNumber() + " has no proposal");
        }
        return new ApprovalRequest().proposalId(view.getProposal().getProposalId()).verdict(ApprovalRequest.VerdictEnum.APPROVE);
    }

    private String key(String step, UUID caseId) {
        return run + "-" + step + "-" + caseId;
    }
}
