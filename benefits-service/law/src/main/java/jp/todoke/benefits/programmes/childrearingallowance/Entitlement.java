package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** 受給資格 — what one 認定請求 opened: its own children, and those added by 額改定請求 while it lived, in the order of the claims. */
record Entitlement(List<Certification> opened, List<Certification> added) {

    Entitlement(List<Certification> opened) {
        this(List.copyOf(opened), new ArrayList<>(0));
    }

    /** 支給開始月 */
    YearMonth start() {
        YearMonth start = opened.getFirst().from();
        for (Certification certification : opened) {
            if (certification.from().isBefore(start)) {
                start = certification.from();
            }
        }
        return start;
    }
}
