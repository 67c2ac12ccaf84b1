package jp.todoke.benefits.cases;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.api.benefits.model.CaseList;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.DecisionDetail;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseMapper.ActionPointRow;
import jp.todoke.guard.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading cases: each view leaves its audit record in the same transaction. */
@Service
@Transactional
class CaseQueries {
    private final CaseStore store;
    private final CaseViews views;
    private final Decisions decisions;
    private final DecisionViews decisionViews;
    private final AuditTrail audit;

    CaseQueries(CaseStore store, CaseViews views, Decisions decisions, DecisionViews decisionViews, AuditTrail audit) {
        this.store = store;
        this.views = views;
        this.decisions = decisions;
        this.decisionViews = decisionViews;
        this.audit = audit;
    }

    /** In order of receipt: case ids sort by it. */
    CaseList list(@Nullable String state, @Nullable String uketsukeBango, @Nullable UUID after, int limit) {
        List<BenefitCase> found = store.page(state, uketsukeBango, after, limit + 1);
        List<BenefitCase> shown = found.subList(0, Math.min(limit, found.size()));
        Map<UUID, List<ActionPointRow>> points = store.actionPoints(shown.stream().map(BenefitCase::caseId).toList());
        CaseList page = new CaseList(
                shown.stream().map(handled -> views.summary(handled, points.getOrDefault(handled.caseId(), List.of()))).toList());
        if (found.size() > limit) {
            page.setNext(shown.getLast().caseId());
        }
        audit.record("listCases", null, "cases " + shown.size());
        return page;
    }

    CaseView get(UUID caseId) {
        CaseView view = views.view(caseId);
        audit.record("getCase", caseId, null);
        return view;
    }

    DecisionDetail decision(UUID caseId) {
        store.get(caseId);
        DecisionDetail detail = decisions.inForce(caseId).map(decisionViews::detail).orElseThrow(Problem::notFound);
        audit.record("getDecision", caseId, null);
        return detail;
    }
}
