package jp.todoke.integration.evidence;

import java.util.List;
import java.util.Map;
import jp.todoke.tenancy.Municipality;
import org.springframework.stereotype.Component;

/**
 * 機関コード, 16 digits. A municipality's is 02201 + its six digits + 01700 (inferred from one public example). A ward of a
 * 指定都市 is no provider: its city is asked.
 */
@Component
public class Institutions {
    private static final String PREFIX = "02201";
    private static final String SUFFIX = "01700";

    private record City(String code, String firstWard, String lastWard) {
        static City of(Map<String, String> row) {
            return new City(row.get("city"), row.get("first_ward"), row.get("last_ward"));
        }

        boolean hasWard(String code) {
            return firstWard.compareTo(code) <= 0 && code.compareTo(lastWard) <= 0;
        }
    }

    private final List<City> cities = CodeList.read("/evidence/designated-cities.csv").stream().map(City::of).toList();

    public String kikanCd(Municipality municipality) {
        return PREFIX + cityOf(municipality).code() + SUFFIX;
    }

    Municipality cityOf(Municipality municipality) {
        String five = municipality.code().substring(0, 5);
        return cities.stream().filter(city -> city.hasWard(five)).findFirst().map(city -> withCheckDigit(city.code())).orElse(municipality);
    }

    private static Municipality withCheckDigit(String five) {
        int sum = 0;
        for (int position = 0; position < five.length(); position++) {
            sum += (five.charAt(position) - '0') * (6 - position);
        }
        return new Municipality(five + (11 - sum % 11) % 10);
    }
}
