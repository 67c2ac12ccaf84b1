package jp.todoke.benefits.zengin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KanaNameTest {
    private static final Pattern STRICT = Pattern.compile("[ｱ-ﾝﾞﾟ0-9A-Z ().-]+");
    private static final String LETTERS = "あかがぱっゃゑをゔゖんアカガパッャヱヲヴヵヷヺンーｶﾞｯｦｰ･・，,（）().‐－−–—―- 　'’aZÉñｱ0９ﾊﾟ゛漢&😀𠮷";

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(textBlock = """
            キョウコ・ヴァレリー, ｷﾖｳｺ.ｳﾞｱﾚﾘ-
            しゅん　ぺい,         ｼﾕﾝ ﾍﾟｲ
            ヲガタ ヅカ,          ｵｶﾞﾀ ﾂﾞｶ
            ヂャン‐ポール,        ﾁﾞﾔﾝ-ﾎﾟ-ﾙ
            ｺｳﾉ ﾊﾅｺ,              ｺｳﾉ ﾊﾅｺ
            ガーガー,             ｶﾞ-ｶﾞ-
            ヷヺ ヸ,              ﾜﾞｵﾞ ｲﾞ
            オブライエン O'Neil,  ｵﾌﾞﾗｲｴﾝ ONEIL
            José－１２,           JOSE-12
            ｻﾄｰ（ｺｳｹﾝﾆﾝ）,        ｻﾄ-(ｺｳｹﾝﾆﾝ)
            か゛,
            """)
    void writesANameAsBanksDo(String written, String expected) {
        assertThat(KanaName.ofPerson(written).map(KanaName::text)).isEqualTo(Optional.ofNullable(expected));
    }

    @ParameterizedTest(name = "refuses {0}")
    @ValueSource(strings = {"届野 花子", "ハナコ&タロウ", "", "　", "ハナコ😀", "ーハナコ", "゛ハナコ", "ハナコ\n", "ハナ゠コ", "𠮷ノ", "ハナコ、タロウ", "株式会社ミライ"})
    void neverGuessesAReading(String written) {
        assertThat(KanaName.ofPerson(written)).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(textBlock = """
            ㈱ミライ,               ｶ)ﾐﾗｲ
            ミライ㈱,               ﾐﾗｲ(ｶ
            ミライ（株）トウキョウ, ﾐﾗｲ(ｶ)ﾄｳｷﾖｳ
            社会福祉法人トドケカイ, ﾌｸ)ﾄﾄﾞｹｶｲ
            一般社団法人トドケ,     ｼﾔ)ﾄﾄﾞｹ
            """)
    void abbreviatesTheLegalFormByItsPlace(String written, String expected) {
        assertThat(KanaName.ofOrganisation(written).orElseThrow().text()).isEqualTo(expected);
        assertThat(KanaName.ofPerson(written)).as("without the abbreviation 株 has no reading").isEmpty();
    }

    @Test
    void writesEveryNameInTheStrictSetAndChangesNothingTheSecondTime() {
        Random random = new Random(20261116);
        int[] letters = LETTERS.codePoints().toArray();
        int written = 0;
        for (int round = 0; round < 50_000; round++) {
            StringBuilder name = new StringBuilder();
            for (int length = random.nextInt(1, 45); length > 0; length--) {
                boolean rare = random.nextInt(40) == 0;
                name.appendCodePoint(rare ? letters[random.nextInt(letters.length)] : 'ァ' + random.nextInt('ヴ' - 'ァ' + 1));
            }
            var converted = KanaName.ofPerson(name.toString());
            if (converted.isPresent()) {
                written++;
                String text = converted.get().text();
                String cut = converted.get().cut(30);
                assertThat(text).matches(STRICT);
                assertThat(KanaName.ofPerson(text).orElseThrow().text()).isEqualTo(text);
                assertThat(cut.getBytes(Charset.forName("JIS_X0201")).length).isEqualTo(cut.length()).isLessThanOrEqualTo(30);
                assertThat(KanaName.ofPerson(cut).orElseThrow().cut(30)).isEqualTo(cut);
                assertThat(text).startsWith(cut);
            }
        }
        assertThat(written).isGreaterThan(10_000);
    }

    @Test
    void cutsAKanaTogetherWithItsMark() {
        String thirty = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎ";

        assertThat(new KanaName(thirty + "ﾞ").cut(30)).isEqualTo(thirty.substring(0, 29)).hasSize(29);
        assertThat(new KanaName(thirty + "ｱ").cut(30)).isEqualTo(thirty);
        assertThat(new KanaName(thirty.substring(0, 29) + " ﾎ").cut(30)).isEqualTo(thirty.substring(0, 29));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            コウノ ハナコ, ｺｳﾉﾊﾅｺ,       true
            サトー ケン,   ｻﾄ ｹﾝ,        true
            コウノ ハナコ, ｺｳﾉ ﾊﾅ,       false
            キョウノ ユウ, ｷﾖｳﾉ ﾕｳ,      true
            """)
    void comparesHoldersWithoutBlanksAndSigns(String application, String bank, boolean same) {
        assertThat(KanaName.ofPerson(application).orElseThrow().sameHolderAs(KanaName.ofPerson(bank).orElseThrow())).isEqualTo(same);
    }
}
