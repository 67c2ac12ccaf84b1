package jp.todoke.doubles.bank;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.todoke.doubles.auth.AccessTokens;
import jp.todoke.doubles.persons.AccountRow;
import jp.todoke.doubles.persons.Rows;
import jp.todoke.doubles.wire.PeerContract;
import jp.todoke.doubles.wire.PeerOperation;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Reply;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * E31 口座確認. Accounts of accounts.json bear the name that stands there; of any other account the last three digits decide, so
 * that each outcome can be had without data.
 */
final class VerifyAccount extends PeerOperation {

    private static final List<String> NAMING = List.of("bank4", "branch3", "type1", "no7");
    private static final String NO_SUCH_BANK = "9999";
    private final PeerContract contract = PeerContract.of("bank");
    private final Map<List<String>, String> holders = new HashMap<>();
    private final AccessTokens tokens;

    VerifyAccount(@Nullable Path data, AccessTokens tokens) {
        super("bank", "verifyAccount", "口座確認");
        this.tokens = tokens;
        for (AccountRow row : Rows.read(data, "accounts.json", AccountRow.class, _ -> {
        })) {
            if (row.bankCode() != null && row.branchCode() != null && row.type() != null && row.number() != null
                    && row.holderKana() != null) {
                holders.put(List.of(row.bankCode(), row.branchCode(), row.type(), row.number()), row.holderKana());
            }
        }
    }

    @Override
    protected Reply answer(PeerRequest request) {
        tokens.require("bank:zengin/accounts/verify:Read", request);
        contract.check("verifyAccount", request);
        JsonNode asked = Objects.requireNonNull(request.json());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outcome", outcome(asked));
        NAMING.forEach(part -> body.put(part, asked.path(part).asString()));
        if (request.scenario() == Scenario.ANOTHER_PERSON) {
            body.put("no7", "0000000");
        }
        return Reply.of(200, body);
    }

    private String outcome(JsonNode asked) {
        if (asked.path("bank4").asString().equals(NO_SUCH_BANK)) {
            return "UNSUPPORTED_BANK";
        }
        String holder = holders.get(NAMING.stream().map(part -> asked.path(part).asString()).toList());
        if (holder != null) {
            return plain(holder).equals(plain(asked.path("kana").asString())) ? "MATCH" : "NAME_MISMATCH";
        }
        return switch (asked.path("no7").asString().substring(4)) {
            case "998" -> "NOT_FOUND";
            case "999" -> "NAME_MISMATCH";
            default -> "MATCH";
        };
    }

    /** Banks compare without blanks and signs, and in one width. */
    private static String plain(String kana) {
        return Normalizer.normalize(kana, Normalizer.Form.NFKC).replaceAll("[\\s\\-.()]", "");
    }
}
