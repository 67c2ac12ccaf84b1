package jp.todoke.integration.intake.portal;

import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;

/** What the portal is asked, for one municipality. */
public sealed interface PortalRequest {

    Municipality municipality();

    /** The same for each repetition of the same request. */
    UUID requestId();

    /**
     * 申請データ一覧取得.
     *
     * @param from first day of arrival
     * @param to   last day of arrival
     */
    record ListApplications(Municipality municipality, UUID requestId, LocalDate from, LocalDate to, boolean unreadOnly,
            @Nullable String after)
            implements
                PortalRequest {}

    /** 申請データ取得. */
    record GetApplication(Municipality municipality, UUID requestId, String uketsukeBango) implements PortalRequest {}

    /** 申請処理状況一覧取得, of one application. */
    record ListStatuses(Municipality municipality, UUID requestId, String uketsukeBango) implements PortalRequest {}

    /** 処理状況の登録. */
    record RecordStatus(Municipality municipality, UUID requestId, String uketsukeBango, PortalStatus status, @Nullable String message)
            implements
                PortalRequest {}
}
