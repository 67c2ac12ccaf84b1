package jp.todoke.local.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Synthetic households in the neutral form, twelve months each and no two of the same dates nearby: two of three ask 児童手当 for one to three
 * children, the third asks 児童扶養手当 for one or two, every second of them with a grandparent in the household.
 */
final class SimulatedHouseholds {
    private static final String FROM_TO = "\"from\":\"2025-12\",\"to\":\"2026-11\"";
    private static final LocalDate YOUNGEST = LocalDate.of(2024, 9, 30);
    private static final int DAYS = 5_000;
    private static final int PRIME = 7_919;

    private SimulatedHouseholds() {}

    /** One request, on one line. */
    static String request(int number) {
        return number % 3 < 2 ? allowance(number) : rearing(number);
    }

    private static String allowance(int number) {
        int children = 1 + number % 3;
        String claims = claim(LocalDate.of(2024, 11, 5).plusDays(number % 200), children);
        return "{\"programme\":\"CHILD_ALLOWANCE\"," + FROM_TO + ",\"claimant\":{\"kind\":\"PARENT\"}," + claims + ",\"children\":["
                + children(number, children, "") + "]}";
    }

    private static String rearing(int number) {
        int children = 1 + number % 2;
        String incomes = "[" + income(2024, 400_000 + number % 300 * 10_000, children) + ","
                + income(2025, 500_000 + number % 280 * 10_000, children) + "]";
        String supporters = number % 2 == 0
                ? ",\"supporters\":[{\"id\":\"s1\",\"relation\":\"SUPPORTER\",\"livesTogether\":{\"from\":\"2020-04-01\"},\"incomes\":["
                        + income(2024, 1_200_000, 0) + "," + income(2025, 1_300_000, 0) + "]}]"
                : "";
        return "{\"programme\":\"CHILD_REARING_ALLOWANCE\"," + FROM_TO + ",\"claimant\":{\"kind\":\"MOTHER\",\"incomes\":" + incomes + "},"
                + claim(LocalDate.of(2024, 11, 5).plusDays(number % 200), children) + ",\"children\":["
                + children(number, children, ",\"qualifyingEventOn\":\"2024-10-15\"") + "]" + supporters + "}";
    }

    private static String claim(LocalDate on, int children) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= children; i++) {
            ids.add("\"c" + i + "\"");
        }
        return "\"claims\":[{\"kind\":\"NEW\",\"receivedOn\":\"" + on + "\",\"children\":[" + String.join(",", ids) + "]}]";
    }

    private static String children(int number, int count, String more) {
        List<String> children = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            LocalDate birth = YOUNGEST.minusDays((long) number * PRIME % DAYS * i / count);
            children.add("{\"id\":\"c" + i + "\",\"birthDate\":\"" + birth + "\"" + more + "}");
        }
        return String.join(",", children);
    }

    private static String income(int year, int yen, int dependants) {
        return "{\"year\":" + year + ",\"dependants\":" + dependants + ",\"salaryIncome\":" + yen + "}";
    }
}
