package jp.todoke.benefits.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource({"トドケノ　イチロウ, ﾄﾄﾞｹﾉ ｲﾁﾛｳ, true", "ショウジ　ジョー, シヨウジ　ジヨ-, true", "しょうじ　じょう, ショウジ　ジョウ, true",
            "キョウコ・ヴァレリー, ｷﾖｳｺ.ｳﾞｱﾚﾘ-, true", "トドケノ　イチロウ, トドケノ　ジロウ, false", "ハセガワ, ハセカワ, false"})
    void comparesHoldersAsBanksWriteThem(String one, String other, boolean same) {
        assertThat(Names.sameHolder(one, other)).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0} | {1} | {2}")
    @CsvSource({"届野　一郎, 届野 一郎, true", "届野一郎, 届野　一郎, true", "ＳＭＩＴＨ　ＪＯＨＮ, SMITH JOHN, true", "届野　一郎, 届野　二郎, false"})
    void comparesNamesWithoutBlanksAndWidth(String one, String other, boolean same) {
        assertThat(Names.key(one).equals(Names.key(other))).isEqualTo(same);
    }
}
