package jp.todoke.benefits.municipality;

import java.util.Map;
import java.util.Set;
import jp.todoke.benefits.cases.ServedMunicipalities;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.Tenant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The municipalities that this installation serves.
 *
 * @param municipalities by 全国地方公共団体コード
 */
@ConfigurationProperties("todoke")
public record MunicipalityProfiles(@DefaultValue Map<String, MunicipalityProfile> municipalities) implements ServedMunicipalities {
    @Override
    public Set<String> codes() {
        return municipalities.keySet();
    }

    /** The profile of the municipality that the current work is done for. */
    public MunicipalityProfile current() {
        MunicipalityProfile profile = municipalities.get(Tenant.current().code());
        if (profile == null) {
            throw Problem.unprocessable("MUNICIPALITY_NOT_CONFIGURED", "この市区町村の設定（名称、審査庁、支払日、指定金融機関）がありません。システム管理者に連絡してください。");
        }
        return profile;
    }
}
