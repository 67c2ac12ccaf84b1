package jp.todoke.integration.intake.portal;

import java.time.Duration;
import java.util.Set;
import jp.todoke.tenancy.Municipality;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What we do at the portal, for which municipalities. Nothing until somebody says so: the outcome is typed in by staff by the standard, sending it is an
 * extension.
 *
 * @param municipalities whose applications are fetched
 * @param interval       between two lists
 * @param days           how many days back is listed; older packages would be refused
 * @param backFeed       whose 処理状況 is sent; for the others it is shown to be typed in
 */
@ConfigurationProperties("todoke.intake.portal")
record PortalProperties(@DefaultValue Set<String> municipalities, @DefaultValue("PT1M") Duration interval, @DefaultValue("60") int days,
        @DefaultValue Set<String> backFeed) {

    PortalProperties {
        municipalities.forEach(Municipality::new);
        backFeed.forEach(Municipality::new);
    }

    boolean fetches(Municipality municipality) {
        return municipalities.contains(municipality.code());
    }

    boolean sends(Municipality municipality) {
        return backFeed.contains(municipality.code());
    }
}
