package jp.todoke.integration.peers.chukan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.todoke.integration.evidence.ItemCodes;
import jp.todoke.peers.chukan.model.ResultItem;
import jp.todoke.peers.chukan.model.ResultItem.UnsetReasonEnum;
import org.jspecify.annotations.Nullable;

/**
 * The items of one result, by their code, in the order in which they came. Codes that a mapping does not know are passed over; the
 * answer itself is kept as it was received.
 */
record Items(List<ResultItem> all) {

    /** An item that is missing or cannot be what its layout says; the layout is then not the one that we know. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String itemCd) {
            super("item " + itemCd, null, false, false);
        }
    }

    /** 未設定事由: an item without which nothing is proved has a reason instead of its value. */
    static final class Withheld extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Withheld(String itemCd) {
            super("item " + itemCd, null, false, false);
        }
    }

    /** The items in the codes that the mappings read. */
    static Items of(List<ResultItem> received, ItemCodes codes) {
        List<ResultItem> known = new ArrayList<>();
        for (ResultItem item : received) {
            codes.known(item.getItemCd()).map(code -> new ResultItem().hierarchy(item.getHierarchy()).itemCd(code)
                    .itemName(item.getItemName()).value(item.getValue()).unsetReason(item.getUnsetReason())).ifPresent(known::add);
        }
        return new Items(known);
    }

    /** Without this item the answer is not whole. */
    ItemValue obligatory(String code) {
        return valueOf(present(code));
    }

    /** Nothing where the item is absent or has a reason instead of a value: not known. */
    Optional<ItemValue> optional(String code) {
        return item(code).filter(item -> item.getValue() != null).map(Items::valueOf);
    }

    /**
     * An end. Nothing only where the item says that there is none (NOT_APPLICABLE): an end that is missing or not told is not known,
     * and what goes on for all we know must not count as going on.
     */
    Optional<ItemValue> end(String code) {
        ResultItem item = present(code);
        boolean none = item.getValue() == null && item.getUnsetReason() == UnsetReasonEnum.NOT_APPLICABLE;
        return none ? Optional.empty() : Optional.of(valueOf(item));
    }

    /** Every value of an item that may be repeated. */
    List<ItemValue> each(String code) {
        return all.stream().filter(item -> item.getItemCd().equals(code)).map(Items::valueOf).toList();
    }

    /**
     * Repeated groups: {@code first} begins each, and what follows belongs to it. What stands before the first begins a group as
     * well, which lacks its beginning.
     *
     * @param codes the other items of a group
     */
    List<Items> groups(String first, Set<String> codes) {
        List<Items> groups = new ArrayList<>();
        for (ResultItem item : all) {
            boolean begins = item.getItemCd().equals(first);
            if (!begins && !codes.contains(item.getItemCd())) {
                continue;
            }
            if (begins || groups.isEmpty()) {
                groups.add(new Items(new ArrayList<>()));
            }
            groups.getLast().all().add(item);
        }
        return groups;
    }

    /** As {@link #groups}, where 提供あり with none of them contradicts itself. */
    List<Items> atLeastOneGroup(String first, Set<String> codes) {
        List<Items> groups = groups(first, codes);
        if (groups.isEmpty()) {
            throw new Unreadable(first);
        }
        return groups;
    }

    /** An item that stands twice where it may stand once says nothing. */
    Optional<ResultItem> item(String code) {
        List<ResultItem> found = all.stream().filter(item -> item.getItemCd().equals(code)).toList();
        if (found.size() > 1) {
            throw new Unreadable(code);
        }
        return found.stream().findFirst();
    }

    private ResultItem present(String code) {
        return item(code).orElseThrow(() -> new Unreadable(code));
    }

    private static ItemValue valueOf(ResultItem item) {
        @Nullable
        String value = item.getValue();
        if (value == null) {
            throw new Withheld(item.getItemCd());
        }
        if (item.getUnsetReason() != null) {
            throw new Unreadable(item.getItemCd());
        }
        return new ItemValue(item.getItemCd(), value);
    }
}
