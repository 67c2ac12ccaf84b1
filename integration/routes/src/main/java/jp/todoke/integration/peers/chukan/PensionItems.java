package jp.todoke.integration.peers.chukan;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.Pension;
import jp.todoke.integration.inquiry.Information.PensionKind;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.peers.chukan.model.ResultItem;
import org.jspecify.annotations.Nullable;

/** 年金給付関係情報, in a layout of our own: each 年金種別 begins a pension, to which the items after it belong. */
final class PensionItems {
    private static final String KIND = "9990000010";
    private static final String FROM = "9990000020";
    private static final String ANNUAL = "9990000030";
    private static final String CHILD_ADDITION = "9990000040";
    private static final String YEN = "[0-9]{1,9}";

    private PensionItems() {}

    /** A pension of which anything is missing leaves the amount unknown, and so the whole answer. */
    static LinkageAnswer answer(Items items) {
        List<Pension> pensions = new ArrayList<>();
        for (List<ResultItem> one : split(items.all())) {
            Pension pension = pension(new Items(one));
            if (pension == null) {
                return new LinkageAnswer.LayoutMismatch();
            }
            pensions.add(pension);
        }
        return pensions.isEmpty()
                ? new LinkageAnswer.LayoutMismatch()
                : new LinkageAnswer.Provided(new Information.Pensions(pensions));
    }

    private static List<List<ResultItem>> split(List<ResultItem> items) {
        List<List<ResultItem>> each = new ArrayList<>();
        for (ResultItem item : items) {
            if (each.isEmpty() || item.getItemCd().equals(KIND)) {
                each.add(new ArrayList<>());
            }
            each.getLast().add(item);
        }
        return each;
    }

    private static @Nullable Pension pension(Items items) {
        PensionKind kind = switch (String.valueOf(items.value(KIND))) {
            case "1" -> PensionKind.DISABILITY_BASIC;
            case "2" -> PensionKind.OTHER_PUBLIC_PENSION;
            default -> null;
        };
        String from = items.value(FROM);
        Long annual = items.number(ANNUAL, YEN).orElse(null);
        if (kind == null || from == null || annual == null) {
            return null;
        }
        List<Long> additions = items.all().stream().filter(item -> item.getItemCd().equals(CHILD_ADDITION))
                .map(item -> new Items(List.of(item)).number(CHILD_ADDITION, YEN).orElseThrow(() -> new Items.Unreadable(CHILD_ADDITION)))
                .toList();
        return new Pension(kind, Items.day(FROM, from), annual, additions);
    }
}
