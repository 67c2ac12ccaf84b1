package jp.todoke.local.sample;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/** The two fictional municipalities, the day the sample is true on, and addresses in them that nobody has. */
final class Towns {
    static final LocalDate AS_OF = LocalDate.of(2026, 11, 16);
    static final LocalDate JANUARY_1 = LocalDate.of(2026, 1, 1);
    static final int TAX_YEAR = 2026;
    static final Town TODOKENO = new Town("139998", "139980", "東京都届野市", 0, new String[]{
            "届台", "風見町", "帆柱町", "星見丘", "水鏡", "桜堤", "鳩ノ森", "小鳥沢", "夕凪町", "石畳町", "霧ヶ窪", "若草台"
    });
    static final Town TONARINO = new Town("139980", "139998", "東京都隣野市", 500_000, new String[]{"隣台", "垣根町", "向坂", "井戸端"});
    private static final String[] KANJI = {"一", "二", "三", "四", "五"};
    private final Set<String> taken = new HashSet<>();

    /** One address per household. */
    String address(Town town, SplittableRandom random) {
        while (true) {
            String address = town.addressPrefix() + town.districts()[random.nextInt(town.districts().length)] + KANJI[random.nextInt(5)]
                    + "丁目" + fullWidth(1 + random.nextInt(30)) + "番" + fullWidth(1 + random.nextInt(20)) + "号";
            if (taken.add(address)) {
                return address;
            }
        }
    }

    private static String fullWidth(int number) {
        return Integer.toString(number).chars()
                .collect(StringBuilder::new, (text, c) -> text.append((char) (c - '0' + '０')), StringBuilder::append)
                .toString();
    }
}
