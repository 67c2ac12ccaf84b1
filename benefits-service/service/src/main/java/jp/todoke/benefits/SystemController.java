package jp.todoke.benefits;

import java.util.Map;
import jp.todoke.api.benefits.api.SystemApi;
import jp.todoke.api.benefits.model.SystemInfo;
import jp.todoke.benefits.cases.IssuedDecision.Programme;
import jp.todoke.benefits.programmes.childallowance.ChildAllowance;
import jp.todoke.tenancy.BusinessDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController implements SystemApi {
    private final BusinessDate businessDate;
    private final ChildAllowance childAllowance;

    SystemController(BusinessDate businessDate, ChildAllowance childAllowance) {
        this.businessDate = businessDate;
        this.childAllowance = childAllowance;
    }

    @Override
    public ResponseEntity<SystemInfo> getSystem() {
        return ResponseEntity
                .ok(new SystemInfo(businessDate.today(), Map.of(Programme.CHILD_ALLOWANCE.name(), childAllowance.ruleVersion())));
    }
}
