package jp.todoke.local.drill;

import org.springframework.http.HttpMethod;

/** A stretch of the main job, told from the requests that go by. */
enum Phase {
    START("起動"),
    FEEDS("住民記録・住民税の連携"),
    INTAKE("申請データの受取"),
    INQUIRIES("照会の回答待ち"),
    CONFIRMATION("照会結果の確認"),
    PROPOSAL("起案"),
    APPROVAL("決裁"),
    NOTICES("通知書"),
    PAYMENT_RUN("支払処理の作成"),
    PAYMENT_APPROVAL("支払の決裁"),
    BANK_FILE("全銀ファイル"),
    REVIEW("結果の取りまとめ");

    private final String title;

    Phase(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** The phase of a request that comes after this one; a case is read in several of them. */
    Phase after(HttpMethod method, String path) {
        if (path.matches(".*/cases/[^/]+")) {
            return this == BANK_FILE ? REVIEW : this == INQUIRIES ? CONFIRMATION : this;
        }
        if (path.endsWith("/cases") || path.endsWith("/packages") && method.equals(HttpMethod.GET)) {
            return compareTo(INQUIRIES) <= 0 ? INQUIRIES : this == BANK_FILE ? REVIEW : this;
        }
        return byPlace(path.substring(path.lastIndexOf('/') + 1), path);
    }

    private Phase byPlace(String last, String path) {
        return switch (last) {
            case "residents", "taxes" -> FEEDS;
            case "packages" -> INTAKE;
            case "confirmations" -> CONFIRMATION;
            case "proposal" -> PROPOSAL;
            case "notice" -> NOTICES;
            case "payment-runs" -> PAYMENT_RUN;
            case "approval" -> path.contains("/payment-runs/") ? PAYMENT_APPROVAL : APPROVAL;
            case "bank-file" -> BANK_FILE;
            default -> this;
        };
    }
}
