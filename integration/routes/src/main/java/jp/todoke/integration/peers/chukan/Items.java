package jp.todoke.integration.peers.chukan;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import jp.todoke.peers.chukan.model.ResultItem;
import org.jspecify.annotations.Nullable;

/** The items of one result, by their code, in the order in which they came. */
record Items(List<ResultItem> all) {

    /** An item that cannot be what its layout says; the layout is then not the one that we know. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String itemCd) {
            super("item " + itemCd, null, false, false);
        }
    }

    /** The first of this code. */
    @Nullable
    ResultItem item(String code) {
        return all.stream().filter(item -> item.getItemCd().equals(code)).findFirst().orElse(null);
    }

    @Nullable
    String value(String code) {
        ResultItem item = item(code);
        return item == null ? null : item.getValue();
    }

    /** The value; nothing where the item has none or another form. */
    @Nullable
    String matching(String code, String form) {
        String value = value(code);
        return value != null && value.matches(form) ? value : null;
    }

    /**
     * A number of this form; nothing where the item is absent or has a reason instead of a value.
     *
     * @throws Unreadable when the value has another form
     */
    Optional<Long> number(String code, String form) {
        String value = value(code);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.matches(form)) {
            throw new Unreadable(code);
        }
        return Optional.of(Long.valueOf(value));
    }

    /** @throws Unreadable when the text is no calendar day */
    static LocalDate day(String code, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new Unreadable(code);
        }
    }
}
