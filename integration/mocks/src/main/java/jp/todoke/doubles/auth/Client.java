package jp.todoke.doubles.auth;

import java.util.List;
import jp.todoke.doubles.persons.Rows;

/** A confidential client of the authorisation server: one per 利用側業務システム. */
record Client(String clientId, String clientSecret, List<String> scopes) {

    static final List<String> ALL_SCOPES = List.of("032:chukan/inquiries:Create", "032:chukan/inquiries:Read", "juki:search:Read",
            "032:chukan/fugo-requests:Create", "032:chukan/fugo-requests:Read", "032:togoatena/numbers:Create",
            "032:togoatena/numbers:Update", "032:togoatena/numbers:Delete",
            "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read", "031:app_submit/v10/jutogaishaatenabangofuban:Create",
            "bank:zengin/accounts/verify:Read");

    void check() {
        Rows.require(clientId != null && clientId.matches("[0-9A-Za-z]{32}"), "clientId must be 32 characters of 0-9A-Za-z");
        Rows.require(clientSecret != null && clientSecret.length() >= 32, "clientSecret must have at least 32 characters");
        Rows.require(scopes != null && ALL_SCOPES.containsAll(scopes), "scopes must be among " + ALL_SCOPES);
    }

    @Override
    public String toString() {
        return "Client[" + clientId + "]";
    }
}
