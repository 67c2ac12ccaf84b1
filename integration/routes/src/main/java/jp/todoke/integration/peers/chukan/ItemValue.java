package jp.todoke.integration.peers.chukan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;

/** The value of one item. What cannot be what the layout says is {@link Items.Unreadable}, never something near it. */
record ItemValue(String itemCd, String value) {

    String text(String form) {
        if (!value.matches(form)) {
            throw new Items.Unreadable(itemCd);
        }
        return value;
    }

    long number(String form) {
        return Long.parseLong(text(form));
    }

    LocalDate day() {
        try {
            return LocalDate.parse(text("[0-9]{4}-[0-9]{2}-[0-9]{2}"));
        } catch (DateTimeException e) {
            throw new Items.Unreadable(itemCd);
        }
    }

    YearMonth month() {
        try {
            return YearMonth.parse(text("[0-9]{4}-[0-9]{2}"));
        } catch (DateTimeException e) {
            throw new Items.Unreadable(itemCd);
        }
    }

    /** What the code stands for. */
    <T> T word(Map<String, T> words) {
        T word = words.get(value);
        if (word == null) {
            throw new Items.Unreadable(itemCd);
        }
        return word;
    }

    @Override
    public String toString() {
        return "ItemValue[" + itemCd + "]";
    }
}
