package jp.todoke.integration.peers.chukan;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.MaritalStatus;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.peers.chukan.model.ResultItem;
import org.jspecify.annotations.Nullable;

/** 戸籍関係情報, in a layout of our own: the official items are not public. */
final class FamilyRegisterItems {
    private static final String STATUS = "1080000010";
    private static final String SINCE = "1080000020";
    private static final String CHILD_BORN_ON = "1080000030";

    private FamilyRegisterItems() {}

    static LinkageAnswer answer(Items items) {
        ResultItem statusItem = items.item(STATUS);
        if (statusItem == null) {
            return new LinkageAnswer.LayoutMismatch();
        }
        if (statusItem.getValue() == null) {
            return new LinkageAnswer.Refused();
        }
        MaritalStatus status = status(statusItem.getValue());
        String since = items.value(SINCE);
        // 離婚 and 死別 without their day prove nothing about when the requirement was met.
        if (status == null || (since == null && (status == MaritalStatus.DIVORCED || status == MaritalStatus.WIDOWED))) {
            return new LinkageAnswer.LayoutMismatch();
        }
        List<LocalDate> births = items.all().stream().filter(item -> item.getItemCd().equals(CHILD_BORN_ON))
                .filter(item -> item.getValue() != null)
                .map(item -> Items.day(CHILD_BORN_ON, item.getValue())).toList();
        return new LinkageAnswer.Provided(
                new Information.FamilyRegister(status, since == null ? null : Items.day(SINCE, since), births));
    }

    private static @Nullable MaritalStatus status(String code) {
        return switch (code) {
            case "1" -> MaritalStatus.MARRIED;
            case "2" -> MaritalStatus.DIVORCED;
            case "3" -> MaritalStatus.WIDOWED;
            case "4" -> MaritalStatus.NEVER_MARRIED;
            default -> null;
        };
    }
}
