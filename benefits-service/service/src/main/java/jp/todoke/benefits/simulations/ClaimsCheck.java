package jp.todoke.benefits.simulations;

import static jp.todoke.benefits.simulations.Findings.listed;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.api.simulations.model.SimulatedCause;
import jp.todoke.api.simulations.model.SimulatedCauseKind;
import jp.todoke.api.simulations.model.SimulatedClaim;
import jp.todoke.api.simulations.model.SimulatedClaimKind;
import jp.todoke.api.simulations.model.SimulationRequest;
import org.jspecify.annotations.Nullable;

/** Contradictions within 認定請求 and 額改定認定請求. That a 認定請求 meets a living entitlement only the law itself can see. */
final class ClaimsCheck {
    private final SimulationRequest request;
    private final Findings findings;
    private final KnownChildren children;

    ClaimsCheck(SimulationRequest request, Findings findings) {
        this.request = request;
        this.findings = findings;
        this.children = new KnownChildren(request);
    }

    void check() {
        List<@Nullable SimulatedClaim> claims = listed(request.getClaims());
        boolean mayOpen = claims.stream().anyMatch(claim -> claim == null || claim.getKind() != SimulatedClaimKind.INCREASE);
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < claims.size(); i++) {
            SimulatedClaim claim = claims.get(i);
            if (claim == null) {
                continue;
            }
            String at = "/claims/" + i;
            if (!mayOpen) {
                findings.add(at + "/kind", "INCREASE_ALONE", "額改定の請求だけでは試算できません。認定の請求（NEW）を加えてください。");
            }
            if (claim.getId() != null && !ids.add(claim.getId())) {
                findings.add(at + "/id", "DUPLICATE_ID", "同じ id の請求が二つ以上あります。");
            }
            children.check(at + "/children", claim.getChildren(), findings);
            if (claim.getCause() != null) {
                cause(at, claim, claim.getCause());
            }
        }
    }

    private void cause(String at, SimulatedClaim claim, SimulatedCause cause) {
        boolean obstacle = cause.getKind() == SimulatedCauseKind.DISASTER || cause.getKind() == SimulatedCauseKind.UNAVOIDABLE;
        if (obstacle && cause.getSince() == null) {
            findings.add(at + "/cause/since", "REQUIRED", "災害その他やむを得ない理由では、請求できなくなった最初の日が必要です。");
        }
        if (cause.getOn() != null && cause.getSince() != null && cause.getOn().isBefore(cause.getSince())) {
            findings.add(at + "/cause/since", "ENDS_BEFORE_START", "最初の日は、理由のやんだ日以前の日にしてください。");
        }
        if (cause.getOn() != null && claim.getReceivedOn() != null && claim.getReceivedOn().isBefore(cause.getOn())) {
            findings.add(at + "/receivedOn", "CLAIM_BEFORE_CAUSE", "請求の日は、事由の日（cause.on）以後の日にしてください。");
        }
    }
}
