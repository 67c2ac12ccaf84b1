package jp.todoke.integration.peers.chukan;

import java.util.Map;
import java.util.Set;
import jp.todoke.integration.inquiry.Allowances;
import jp.todoke.integration.inquiry.LinkageAnswer;

/**
 * 児童手当関係情報, 児童扶養手当関係情報 and 特別児童扶養手当関係情報, in one layout of our own: each 認定年月日 begins an allowance. The codes
 * differ by the number of the 特定個人情報 alone.
 */
enum AllowanceItems {
    CHILD_ALLOWANCE("997"),
    CHILD_REARING_ALLOWANCE("016"),
    SPECIAL_CHILD_REARING_ALLOWANCE("051");

    private static final Map<String, Boolean> SUSPENDED = Map.of("0", false, "1", true);

    private final String certifiedOn;
    private final String from;
    private final String to;
    private final String monthly;
    private final String suspended;
    private final String children;

    AllowanceItems(String number) {
        certifiedOn = number + "0000010";
        from = number + "0000020";
        to = number + "0000030";
        monthly = number + "0000040";
        suspended = number + "0000050";
        children = number + "0000060";
    }

    LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(new Allowances(
                items.atLeastOneGroup(certifiedOn, Set.of(from, to, monthly, suspended, children)).stream().map(this::allowance).toList()));
    }

    private Allowances.Allowance allowance(Items items) {
        return new Allowances.Allowance(items.obligatory(certifiedOn).day(), items.obligatory(from).month(),
                items.end(to).map(ItemValue::month).orElse(null), items.optional(monthly).map(yen -> yen.number("[0-9]{1,9}")).orElse(null),
                items.obligatory(suspended).word(SUSPENDED),
                items.optional(children).map(number -> Math.toIntExact(number.number("[0-9]{1,2}"))).orElse(null));
    }
}
