package jp.todoke.integration.peers.chukan;

import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 公金受取口座情報: an account that is not whole is none. */
final class AccountItems {
    private static final String REGISTERED = "0890000060";

    private AccountItems() {}

    static LinkageAnswer answer(Items items) {
        String bank = items.matching("0890000010", "[0-9]{4}");
        String branch = items.matching("0890000020", "[0-9]{3}");
        String type = items.matching("0890000030", "[1249]");
        String number = items.matching("0890000040", "[0-9]{7}");
        String holder = items.matching("0890000050", ".+");
        String registered = items.value(REGISTERED);
        if (bank == null || branch == null || type == null || number == null || holder == null) {
            return new LinkageAnswer.LayoutMismatch();
        }
        return new LinkageAnswer.Provided(new Information.Account(bank, branch, type, number, holder,
                registered == null ? null : Items.day(REGISTERED, registered)));
    }
}
