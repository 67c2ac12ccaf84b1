package jp.todoke.doubles.persons;

import org.jspecify.annotations.Nullable;

/** One item as it is answered: a value, or the reason why there is none. */
public record CopyItem(int level, String itemCd, String itemName, @Nullable String value, @Nullable String unsetReason) {

    CopyItem withheld() {
        return new CopyItem(level, itemCd, itemName, null, "NOT_OBTAINABLE");
    }

    @Override
    public String toString() {
        return "CopyItem[" + itemCd + "]";
    }
}
