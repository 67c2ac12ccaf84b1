package jp.todoke.benefits;

import java.util.stream.Collectors;
import jp.todoke.api.benefits.api.SystemApi;
import jp.todoke.api.benefits.model.SystemInfo;
import jp.todoke.benefits.cases.Programme;
import jp.todoke.benefits.cases.Programmes;
import jp.todoke.tenancy.BusinessDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController implements SystemApi {
    private final BusinessDate businessDate;
    private final Programmes programmes;

    SystemController(BusinessDate businessDate, Programmes programmes) {
        this.businessDate = businessDate;
        this.programmes = programmes;
    }

    @Override
    public ResponseEntity<SystemInfo> getSystem() {
        return ResponseEntity.ok(new SystemInfo(
                businessDate.today(),
                programmes.all().stream().collect(Collectors.toMap(one -> one.code().name(), Programme::ruleVersion))));
    }
}
