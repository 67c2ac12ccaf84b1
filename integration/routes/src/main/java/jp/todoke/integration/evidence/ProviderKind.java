package jp.todoke.integration.evidence;

import java.util.Arrays;
import java.util.Optional;

/** Which body answers for a place, by the kind of information. Every other provider_kind of the 照合リスト is one institution. */
enum ProviderKind {
    /** 市区町村; a ward of a 指定都市 is no body of its own. */
    MUNICIPALITY,
    /** 都道府県知事・市長・福祉事務所を設置する町村の長. */
    WELFARE_OFFICE,
    /** 都道府県・指定都市. */
    PREFECTURE_OR_DESIGNATED_CITY,
    /** 都道府県・指定都市・中核市. */
    PREFECTURE_OR_CORE_CITY;

    static Optional<ProviderKind> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
