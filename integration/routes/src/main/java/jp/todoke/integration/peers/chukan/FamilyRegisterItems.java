package jp.todoke.integration.peers.chukan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.MaritalStatus;
import jp.todoke.integration.inquiry.LinkageAnswer;

/** 戸籍関係情報, in a layout of our own: the official items are not public. */
final class FamilyRegisterItems {
    private static final String STATUS = "1080000010";
    private static final String SINCE = "1080000020";
    private static final String CHILD_BORN_ON = "1080000030";
    private static final Map<String, MaritalStatus> STATUSES = Map.of("1", MaritalStatus.MARRIED, "2", MaritalStatus.DIVORCED, "3",
            MaritalStatus.WIDOWED, "4", MaritalStatus.NEVER_MARRIED);

    private FamilyRegisterItems() {}

    static LinkageAnswer answer(Items items) {
        MaritalStatus status = items.obligatory(STATUS).word(STATUSES);
        // 離婚 and 死別 without their day prove nothing about when the requirement was met.
        boolean dayNeeded = status == MaritalStatus.DIVORCED || status == MaritalStatus.WIDOWED;
        LocalDate since = dayNeeded ? items.obligatory(SINCE).day() : items.optional(SINCE).map(ItemValue::day).orElse(null);
        List<LocalDate> births = items.each(CHILD_BORN_ON).stream().map(ItemValue::day).toList();
        return new LinkageAnswer.Provided(new Information.FamilyRegister(status, since, births));
    }
}
