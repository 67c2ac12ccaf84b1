package jp.todoke.integration.intake.portal;

/** 処理状況 as the portal shows it: 受付, 審査中, 要補正(差戻し), 処理完了(承認), 却下. */
public enum PortalStatus {
    ACCEPTED,
    IN_REVIEW,
    RETURNED,
    COMPLETED,
    REJECTED;

    /** Never backwards: 受付 stands at the beginning, nothing stands behind the end; what was 差戻し may be 審査中 again. */
    boolean mayFollow(PortalStatus last) {
        return this != last && this != ACCEPTED && last != COMPLETED && last != REJECTED;
    }
}
