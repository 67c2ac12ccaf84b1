package jp.todoke.doubles.chukan;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.todoke.doubles.wire.CodeTable;

/** As what an institution may be asked: the provider_kind of the 照合リスト that its 機関コード fits. */
final class Institutions {
    /** One institution for all, by its 機関コード. */
    static final Map<String, String> FIXED = Map.of("1419900000002200", "DIGITAL_AGENCY", "1409900000002200", "MINISTRY_OF_JUSTICE",
            "1429900000002200", "PENSION_SERVICE", "1439900000002200", "HEALTH_INSURERS", "1449900000002200", "MINISTRY_OF_LABOUR");
    private static final String PREFECTURE = "000";
    private static final String FIRST_TOWN = "301";
    private static final String LAST_TOWN = "799";

    private final CodeTable designatedCities = new CodeTable("institutions/designated-cities.csv");
    private final CodeTable coreCities = new CodeTable("institutions/core-cities.csv");

    /** Nothing for a code that is no institution. */
    Set<String> kinds(String kikanCd, LocalDate day) {
        String fixed = FIXED.get(kikanCd);
        if (fixed != null) {
            return Set.of(fixed);
        }
        Optional<String> place = KikanCode.municipality(kikanCd);
        return place.isEmpty() ? Set.of() : kindsOfPlace(place.get().substring(0, 5), day);
    }

    private Set<String> kindsOfPlace(String code, LocalDate day) {
        String within = code.substring(2);
        if (within.equals(PREFECTURE)) {
            return Set.of("WELFARE_OFFICE", "PREFECTURE_OR_DESIGNATED_CITY", "PREFECTURE_OR_CORE_CITY");
        }
        if (designatedCities.allows(day, Map.of("city", code))) {
            return Set.of("MUNICIPALITY", "WELFARE_OFFICE", "PREFECTURE_OR_DESIGNATED_CITY", "PREFECTURE_OR_CORE_CITY");
        }
        if (coreCities.allows(day, Map.of("city", code))) {
            return Set.of("MUNICIPALITY", "WELFARE_OFFICE", "PREFECTURE_OR_CORE_CITY");
        }
        boolean town = within.compareTo(FIRST_TOWN) >= 0 && within.compareTo(LAST_TOWN) <= 0;
        return town ? Set.of("MUNICIPALITY") : Set.of("MUNICIPALITY", "WELFARE_OFFICE");
    }
}
