package jp.todoke.integration.intake;

import java.time.ZoneId;
import java.util.List;
import jp.todoke.api.intake.model.BackFeed;
import jp.todoke.api.intake.model.FieldError;
import jp.todoke.api.intake.model.IntakePackage;
import jp.todoke.api.intake.model.PackageState;
import jp.todoke.api.intake.model.PackageWay;
import jp.todoke.guard.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of packages as the API shows them. */
@Component
class PackageAnswers {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {
    };

    private final JsonMapper json;

    PackageAnswers(JsonMapper json) {
        this.json = json;
    }

    List<FieldError> errors(String refusals) {
        return json.readValue(refusals, ERRORS);
    }

    IntakePackage of(PackageRow row) {
        var answer = new IntakePackage(row.packageId(), PackageState.fromValue(row.state()), PackageWay.fromValue(row.way()), row.sha256(),
                row.byteCount(),
                row.receivedAt().atZone(JAPAN).toOffsetDateTime(), errors(row.refusals()));
        answer.uketsukeBango(row.uketsukeBango()).amends(row.amendsBango()).applicationStatus(row.applicationStatus());
        if (row.backFeed() != null) {
            answer.backFeed(json.readValue(row.backFeed(), BackFeed.class));
        }
        return row.arrivedAt() == null ? answer : answer.arrivedAt(row.arrivedAt().atZone(JAPAN).toOffsetDateTime());
    }

    String json(List<Problem.FieldError> errors) {
        return json.writeValueAsString(errors);
    }

    /** 差戻し: the problem says under which id the package is kept. */
    static Problem refusal(IntakePackage refused) {
        List<Problem.FieldError> errors = refused.getErrors().stream()
                .map(error -> new Problem.FieldError(error.getPointer(), error.getCode(), error.getMessage())).toList();
        return new Problem(400, "PACKAGE_REFUSED", "申請データに誤りがあるため受け付けられません。errors に示した項目をすべて直してください。", errors, java.util.Map.of())
                .with("packageId", refused.getPackageId());
    }
}
