package jp.todoke.doubles.chukan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.persons.TaxRow;
import org.jspecify.annotations.Nullable;

/**
 * 版 of 地方税関係情報. Most municipalities go over to 0008 on 2026-12-01; a row may name the version of its own. In 0008 two items
 * have new codes, and one of the codes that they left means something else: a switch as it happens. PROVISIONAL.
 */
final class TaxLayout {
    static final String TOTAL_INCOME = "0200000490";
    private static final Instant SWITCH = Instant.parse("2026-11-30T15:00:00Z");
    private static final String BEFORE = "0007";
    private static final String AFTER = "0008";
    private static final Map<String, String> MOVED = Map.of(TOTAL_INCOME, "0200000700", "0200000530", "0200000710");
    private static final long BASIC_DEDUCTION = 430_000;

    private TaxLayout() {}

    static String hanNo(TaxRow row, Receipt receipt) {
        String own = row.hanNo();
        return own != null ? own : receipt.acceptedAt().isBefore(SWITCH) ? BEFORE : AFTER;
    }

    /** The items as that version writes them. */
    static List<Map<String, @Nullable Object>> written(String hanNo, List<Map<String, @Nullable Object>> items,
            @Nullable Long totalIncomeYen) {
        if (!hanNo.equals(AFTER)) {
            return items;
        }
        List<Map<String, @Nullable Object>> written = new ArrayList<>();
        for (Map<String, @Nullable Object> item : items) {
            String code = String.valueOf(item.get("itemCd"));
            if (code.equals(TOTAL_INCOME)) {
                Long base = totalIncomeYen == null ? null : Math.max(0, totalIncomeYen - BASIC_DEDUCTION);
                written.add(Answers.yen(TOTAL_INCOME, "課税標準額", base));
            }
            item.put("itemCd", MOVED.getOrDefault(code, code));
            written.add(item);
        }
        return written;
    }
}
