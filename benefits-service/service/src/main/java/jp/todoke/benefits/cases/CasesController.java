package jp.todoke.benefits.cases;

import java.util.UUID;
import jp.todoke.api.benefits.api.CasesApi;
import jp.todoke.api.benefits.model.ApprovalRequest;
import jp.todoke.api.benefits.model.CaseList;
import jp.todoke.api.benefits.model.CaseState;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.Confirmation;
import jp.todoke.api.benefits.model.DecisionDetail;
import jp.todoke.api.benefits.model.InquiryOrder;
import jp.todoke.api.benefits.model.PaperRequest;
import jp.todoke.api.benefits.model.ProposalRequest;
import jp.todoke.api.benefits.model.Withdrawal;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CasesController implements CasesApi {
    private final CaseQueries queries;
    private final CaseCommands commands;
    private final Approving approving;
    private final CaseClosing closing;
    private final AskingAgain askingAgain;
    private final PaperRequests papers;

    CasesController(
            CaseQueries queries, CaseCommands commands, Approving approving, CaseClosing closing, AskingAgain askingAgain,
            PaperRequests papers) {
        this.closing = closing;
        this.askingAgain = askingAgain;
        this.papers = papers;
        this.queries = queries;
        this.commands = commands;
        this.approving = approving;
    }

    @Override
    public ResponseEntity<CaseList> listCases(@Nullable CaseState state, @Nullable String uketsukeBango, @Nullable UUID after,
            Integer limit) {
        return ResponseEntity.ok(queries.list(state == null ? null : state.getValue(), uketsukeBango, after, limit));
    }

    @Override
    public ResponseEntity<CaseView> getCase(UUID caseId) {
        CaseView view = queries.get(caseId);
        return ResponseEntity.ok().eTag(ETags.of(view.getVersion())).body(view);
    }

    @Override
    public ResponseEntity<DecisionDetail> getDecision(UUID caseId) {
        return ResponseEntity.ok(queries.decision(caseId));
    }

    @Override
    public ResponseEntity<CaseView> confirmFacts(UUID caseId, String ifMatch, String idempotencyKey, Confirmation confirmation) {
        return respond(commands.confirm(caseId, ifMatch, confirmation));
    }

    /** The transaction that opened the action point is committed before the refusal is answered. */
    @Override
    public ResponseEntity<CaseView> proposeDecision(UUID caseId, String ifMatch, String idempotencyKey, ProposalRequest request) {
        Answer<CaseView> answer = commands.propose(caseId, ifMatch, request, request.getNote());
        if (answer.status() == CaseCommands.REFERRED) {
            throw Problem.unprocessable(ActionCode.RULE_REFERS.name(), ActionCode.RULE_REFERS.message());
        }
        return respond(answer);
    }

    @Override
    public ResponseEntity<CaseView> approveDecision(UUID caseId, String ifMatch, String idempotencyKey, ApprovalRequest request) {
        return respond(approving.approve(caseId, ifMatch, request));
    }

    @Override
    public ResponseEntity<CaseView> withdrawCase(UUID caseId, String ifMatch, String idempotencyKey, Withdrawal withdrawal) {
        return respond(closing.withdraw(caseId, ifMatch, withdrawal));
    }

    @Override
    public ResponseEntity<CaseView> askAgain(UUID caseId, String idempotencyKey, InquiryOrder order) {
        return respond(askingAgain.ask(caseId, order));
    }

    @Override
    public ResponseEntity<CaseView> requestPaper(UUID caseId, String idempotencyKey, PaperRequest request) {
        return respond(papers.demand(caseId, request));
    }

    private static ResponseEntity<CaseView> respond(Answer<CaseView> answer) {
        return ResponseEntity.status(answer.status()).eTag(answer.etag()).body(answer.body());
    }
}
