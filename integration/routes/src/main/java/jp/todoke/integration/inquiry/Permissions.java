package jp.todoke.integration.inquiry;

import java.util.Optional;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.guard.Problem;
import jp.todoke.integration.evidence.Institutions;
import jp.todoke.integration.evidence.LegalTuples;
import jp.todoke.integration.evidence.NetworkInformation;
import jp.todoke.integration.evidence.OwnBases;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Legal basis or no query: finds in the 照合リスト of the day, and in the bases beside it, what permits a question. */
@Component
class Permissions {
    private final LegalTuples tuples;
    private final OwnBases ownBases;
    private final NetworkInformation information;
    private final Institutions institutions;
    private final BusinessDate businessDate;

    Permissions(LegalTuples tuples, OwnBases ownBases, NetworkInformation information, Institutions institutions,
            BusinessDate businessDate) {
        this.tuples = tuples;
        this.ownBases = ownBases;
        this.information = information;
        this.institutions = institutions;
        this.businessDate = businessDate;
    }

    /** 機関コード of the municipality that asks. */
    String asker() {
        return institutions.kikanCd(Tenant.current());
    }

    /**
     * @throws Problem for a year that has not begun, about which nobody can know anything
     */
    Permission of(InquiryRequested asked) {
        if (asked.getYear() != null && asked.getYear() > businessDate.today().getYear()) {
            throw Problem.unprocessable("YEAR_IN_FUTURE", "課税年度は、まだ始まっていない年を指定できません。");
        }
        Municipality asker = Tenant.current();
        String procedure = asked.getProcedure().getValue();
        return switch (asked.getKind()) {
            case IDENTITY ->
                tuples.permittingSearch(businessDate.today(), asker, procedure).map(Permission::of).orElse(Permission.NONE);
            case NUMBERING, ACCOUNT_CHECK ->
                ownBases.of(businessDate.today(), asked.getKind().getValue()).map(Permission::of).orElse(Permission.NONE);
            default -> entry(asked).map(entry -> network(asked, asker, procedure, entry)).orElse(Permission.NONE);
        };
    }

    /** Whether a question to the 中間サーバー names whom, and for which year where the information is kept by year. */
    boolean isComplete(InquiryRequested asked) {
        return asked.getSubject().getAtenabango() != null && (asked.getYear() != null || !entry(asked).orElseThrow().byYear());
    }

    private Optional<NetworkInformation.Entry> entry(InquiryRequested asked) {
        return information.of(asked.getKind().getValue());
    }

    private Permission network(InquiryRequested asked, Municipality asker, String procedure, NetworkInformation.Entry entry) {
        return switch (entry.place()) {
            case NONE -> tuple(asker, procedure, entry.tmCd(), null);
            case OWN -> asked.getProviderMunicipality() == null
                    ? tuple(asker, procedure, entry.tmCd(), asker)
                    : ofPlaceNamed(asked, asker, procedure, entry);
            case NAMED -> ofPlaceNamed(asked, asker, procedure, entry);
        };
    }

    private Permission ofPlaceNamed(InquiryRequested asked, Municipality asker, String procedure, NetworkInformation.Entry entry) {
        Permission nowhere = tuples.listed(businessDate.today(), procedure, entry.tmCd()) ? Permission.NOWHERE : Permission.NONE;
        return institutions.municipality(asked.getProviderMunicipality())
                .map(place -> tuple(asker, procedure, entry.tmCd(), place)).orElse(nowhere);
    }

    private Permission tuple(Municipality asker, String procedure, String tmCd, @Nullable Municipality provider) {
        return tuples.permitting(businessDate.today(), asker, procedure, tmCd, provider).map(Permission::of).orElse(Permission.NONE);
    }
}
