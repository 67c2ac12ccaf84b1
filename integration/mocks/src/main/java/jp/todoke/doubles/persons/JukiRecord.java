package jp.todoke.doubles.persons;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 本人確認情報 as 住基ネット holds it. */
public record JukiRecord(String shimei, @Nullable String shimeiFurigana, LocalDate seinengappi, String seibetsu,
        String juminhyoShikuchosonCd,
        String jusho, @Nullable LocalDate juminTonattaHi, String seizonKbn, @Nullable String idoJiyu, @Nullable LocalDate idoNengappi) {

    void check() {
        Rows.require(shimei != null && !shimei.isBlank(), "juki.shimei is missing");
        Rows.require(seinengappi != null, "juki.seinengappi is missing");
        Rows.require(seibetsu != null && seibetsu.matches("[012]"), "juki.seibetsu must be 0, 1 or 2");
        Rows.require(juminhyoShikuchosonCd != null && juminhyoShikuchosonCd.matches("[0-9]{6}"),
                "juki.juminhyoShikuchosonCd must be 6 digits");
        Rows.require(jusho != null && !jusho.isBlank(), "juki.jusho is missing");
        Rows.require("ALIVE".equals(seizonKbn) || "REMOVED".equals(seizonKbn), "juki.seizonKbn must be ALIVE or REMOVED");
    }
}
