package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.todoke.contracts.CheckDigits;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 機関コード, 16 digits. A municipality's is 02201 + its six digits + 01700 (inferred from one public example); that of a 都道府県 is
 * taken to have the same form.
 */
@Component
public class Institutions {
    private static final String PREFIX = "02201";
    private static final String SUFFIX = "01700";
    private static final String WHOLE_PREFECTURE = "000";
    private static final int LAST_PREFECTURE = 47;

    private record City(String code, String firstWard, String lastWard) {
        static City of(Map<String, String> row) {
            return new City(row.get("city"), row.get("first_ward"), row.get("last_ward"));
        }

        boolean hasWard(String code) {
            return firstWard.compareTo(code) <= 0 && code.compareTo(lastWard) <= 0;
        }
    }

    private record Succession(Applicable applicable, String abolished, String successor) {
        static Succession of(Map<String, String> row) {
            return new Succession(Applicable.of(row), row.get("abolished"), row.get("successor"));
        }
    }

    private final List<City> designatedCities = CodeList.read("/specs/codes/institutions/designated-cities.csv").stream().map(City::of)
            .toList();
    private final Set<String> coreCities = CodeList.read("/specs/codes/institutions/core-cities.csv").stream().map(row -> row.get("city"))
            .collect(Collectors.toUnmodifiableSet());
    private final List<Succession> successions = CodeList.read("/specs/codes/institutions/succession.csv").stream().map(Succession::of)
            .toList();

    /**
     * The municipality of a code, abolished ones too; nothing where the code is absent, names no municipality (99999: abroad or
     * not known), or its check digit is wrong.
     */
    public Optional<Municipality> municipality(@Nullable String code) {
        if (code == null || !CheckDigits.isMunicipality(code)) {
            return Optional.empty();
        }
        int prefecture = Integer.parseInt(code.substring(0, 2));
        boolean exists = prefecture >= 1 && prefecture <= LAST_PREFECTURE && !code.startsWith(WHOLE_PREFECTURE, 2);
        return exists ? Optional.of(new Municipality(code)) : Optional.empty();
    }

    /** Of a municipality that asks. */
    public String kikanCd(Municipality municipality) {
        return kikanCd(cityOf(municipality.code().substring(0, 5)));
    }

    /** Of the body that answers for this place on the day. */
    String answering(ProviderKind kind, Municipality place, LocalDate day) {
        String city = cityOf(successorOf(place.code().substring(0, 5), day));
        boolean itself = switch (kind) {
            case MUNICIPALITY -> true;
            case WELFARE_OFFICE -> !isTown(city);
            case PREFECTURE_OR_DESIGNATED_CITY -> isDesignated(city);
            case PREFECTURE_OR_CORE_CITY -> isDesignated(city) || coreCities.contains(city);
        };
        return kikanCd(itself ? city : city.substring(0, 2) + WHOLE_PREFECTURE);
    }

    private String successorOf(String five, LocalDate day) {
        return successions.stream().filter(row -> row.abolished().equals(five) && row.applicable().on(day)).findFirst()
                .map(Succession::successor).orElse(five);
    }

    private String cityOf(String five) {
        return designatedCities.stream().filter(city -> city.hasWard(five)).findFirst().map(City::code).orElse(five);
    }

    private boolean isDesignated(String five) {
        return designatedCities.stream().anyMatch(city -> city.code().equals(five));
    }

    /** 町村 have 301 to 799 in their prefecture. */
    private static boolean isTown(String five) {
        int within = Integer.parseInt(five.substring(2));
        return within > 300 && within < 800;
    }

    static String kikanCd(String five) {
        int sum = 0;
        for (int position = 0; position < five.length(); position++) {
            sum += (five.charAt(position) - '0') * (6 - position);
        }
        return PREFIX + five + (11 - sum % 11) % 10 + SUFFIX;
    }
}
