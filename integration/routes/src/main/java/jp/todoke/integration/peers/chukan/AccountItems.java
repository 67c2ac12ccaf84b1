package jp.todoke.integration.peers.chukan;

import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 公金受取口座情報: an account that is not whole is none. */
final class AccountItems {
    private static final String REGISTERED = "0890000060";

    private AccountItems() {}

    static LinkageAnswer answer(Items items) {
        return new LinkageAnswer.Provided(new Information.Account(items.obligatory("0890000010").text("[0-9]{4}"),
                items.obligatory("0890000020").text("[0-9]{3}"), items.obligatory("0890000030").text("[1249]"),
                items.obligatory("0890000040").text("[0-9]{7}"), items.obligatory("0890000050").text(".+"),
                items.optional(REGISTERED).map(ItemValue::day).orElse(null)));
    }
}
