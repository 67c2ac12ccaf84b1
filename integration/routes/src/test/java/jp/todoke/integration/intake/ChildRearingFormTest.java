package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.api.linkage.model.Ground;
import jp.todoke.api.linkage.model.Supporter;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The form of 児童扶養手当 inside its package: what is read, and what is named when it cannot be true. */
class ChildRearingFormTest {
    private final PackageReader reader = new PackageReader(() -> LocalDate.of(2026, 11, 16),
            Clock.fixed(Instant.parse("2026-11-16T03:00:00Z"), ZoneOffset.UTC));

    private PackageReader.Reading read(Packages packages) {
        return reader.read(packages.zip(), new Municipality("139998"));
    }

    private List<String> faults(Packages packages) {
        return read(packages).errors().stream().map(error -> error.pointer() + " " + error.code()).toList();
    }

    @Test
    void readsAGoodFormWhole() {
        PackageReader.Reading reading = read(Packages.childRearing());

        assertThat(reading.errors()).isEmpty();
        ApplicationReader.Filled filled = Objects.requireNonNull(reading.filled());
        assertThat(filled.form()).isEqualTo(ApplicationReader.Form.CHILD_REARING);
        assertThat(filled.application().getApplicant().getOccupation()).as("is not asked").isNull();
        assertThat(filled.application().getSpouse()).isNull();
        assertThat(filled.application().getChildren()).hasSize(2);
        ChildRearingDeclaration declared = Objects.requireNonNull(filled.childRearing());
        assertThat(declared.getRelation()).isEqualTo(ChildRearingDeclaration.RelationEnum.MOTHER);
        assertThat(declared.getGround()).isEqualTo(Ground.DIVORCE);
        assertThat(declared.getGroundOn()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(declared.getChildSupportYen()).isEqualTo(300_000);
        assertThat(declared.getPublicPension()).isFalse();
        assertThat(declared.getSupporters()).extracting(Supporter::getLivesTogetherSince).containsExactly(LocalDate.of(2026, 10, 1), null);
    }

    @Test
    void takesAFormWithoutSupporters() {
        String with = Packages.CHILD_REARING_XML;
        String without = with.substring(0, with.indexOf("<supporters>")) + with.substring(with.indexOf("</supporters>") + 13);

        PackageReader.Reading reading = read(Packages.childRearing().file("application.xml", without));

        assertThat(reading.errors()).isEmpty();
        assertThat(Objects.requireNonNull(Objects.requireNonNull(reading.filled()).childRearing()).getSupporters()).isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2} {3}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            old                                        | new                                               | pointer                         | code
            <relation>MOTHER</relation>                | <relation>AUNT</relation>                         | relation                        | INVALID
            <relation>MOTHER</relation>                | ''                                                | relation                        | REQUIRED
            <relation>MOTHER</relation>                | <relation>MOTHER</relation><relation>FATHER</relation> | relation                   | REPEATED
            <ground>DIVORCE</ground>                   | <ground>QUARREL</ground>                          | ground                          | INVALID
            <ground>DIVORCE</ground>                   | ''                                                | ground                          | REQUIRED
            <groundOn>2026-09-30</groundOn>            | ''                                                | groundOn                        | REQUIRED
            <groundOn>2026-09-30</groundOn>            | <groundOn>2026-11-17</groundOn>                   | groundOn                        | IMPOSSIBLE
            <groundOn>2026-09-30</groundOn>            | <groundOn>2026-09-31</groundOn>                   | groundOn                        | IMPOSSIBLE
            <groundOn>2026-09-30</groundOn>            | <groundOn>令和8年9月30日</groundOn>                | groundOn                        | INVALID
            <childSupportYen>300000</childSupportYen>  | ''                                                | childSupportYen                 | REQUIRED
            <childSupportYen>300000</childSupportYen>  | <childSupportYen>-1</childSupportYen>             | childSupportYen                 | INVALID
            <childSupportYen>300000</childSupportYen>  | <childSupportYen>300,000</childSupportYen>        | childSupportYen                 | INVALID
            <childSupportYen>300000</childSupportYen>  | <childSupportYen>30万</childSupportYen>           | childSupportYen                 | INVALID
            <childSupportYen>300000</childSupportYen>  | <childSupportYen>100000000</childSupportYen>      | childSupportYen                 | INVALID
            <childSupportYen>300000</childSupportYen>  | <childSupportYen>0.5</childSupportYen>            | childSupportYen                 | INVALID
            <publicPension>false</publicPension>       | <publicPension>no</publicPension>                 | publicPension                   | INVALID
            <publicPension>false</publicPension>       | ''                                                | publicPension                   | REQUIRED
            <birthDate>2022-02-28</birthDate>          | <birthDate>2026-12-01</birthDate>                 | children/1/birthDate            | IMPOSSIBLE
            <name>届野　秋男</name><birthDate>2022-02-28 | <name>届野 夏子</name><birthDate>2019-08-01        | children/1                      | REPEATED
            <name>届野　冬美</name><birthDate>1962-03-04 | <name>届野冬雄</name><birthDate>1961-02-03         | supporters/1                    | REPEATED
            <relationship>PARENT</relationship></      | <relationship>FRIEND</relationship></             | supporters/1/relationship       | INVALID
            <relationship>PARENT</relationship></      | </                                                | supporters/1/relationship       | REQUIRED
            <birthDate>1961-02-03</birthDate>          | ''                                                | supporters/0/birthDate          | REQUIRED
            <livesTogetherSince>2026-10-01             | <livesTogetherSince>2026-11-17                    | supporters/0/livesTogetherSince | IMPOSSIBLE
            <kind>NONE</kind>                          | <kind>MOVED_IN</kind>                             | cause/kind                      | INVALID
            <kind>NONE</kind>                          | <kind>BIRTH</kind>                                | cause/on                        | REQUIRED
            <kind>NONE</kind>                          | <kind>NONE</kind><on>2026-11-01</on>              | cause/on                        | NOT_ALLOWED
            <birthDate>1991-06-07</birthDate>          | <birthDate>1991-06-07</birthDate><occupation>NONE</occupation> | applicant          | UNKNOWN_ITEM
            </application>                             | <separation>false</separation></application>      | ''                              | UNKNOWN_ITEM
            urn:todoke:child-rearing-allowance:1       | urn:todoke:child-rearing-allowance:2              | ''                              | UNKNOWN_FORM
            """)
    void namesWhatIsWrongInTheForm(String old, String replacement, String pointer, String code) {
        String at = pointer.isEmpty() ? "/application.xml" : "/application.xml/" + pointer;
        assertThat(faults(Packages.childRearing(old, replacement))).containsExactly(at + " " + code);
    }

    @Test
    void namesSixMistakesAtOnce() {
        String bare = Packages.CHILD_REARING_XML.replace("<relation>MOTHER</relation>", "").replace("DIVORCE", "OTHER")
                .replace("<childSupportYen>300000", "<childSupportYen>x").replace("<publicPension>false</publicPension>", "")
                .replace("<birthDate>1962-03-04</birthDate>", "").replace("<kana>トドケノ　ハルコ</kana>", "");

        assertThat(faults(Packages.childRearing().file("application.xml", bare))).containsExactlyInAnyOrder(
                "/application.xml/applicant/kana REQUIRED", "/application.xml/relation REQUIRED", "/application.xml/ground INVALID",
                "/application.xml/childSupportYen INVALID", "/application.xml/publicPension REQUIRED",
                "/application.xml/supporters/1/birthDate REQUIRED");
    }

    @Test
    void takesTenSupportersAndNoMore() {
        assertThat(faults(Packages.childRearing("<supporters>", "<supporters>" + supporters(8)))).isEmpty();
        assertThat(faults(Packages.childRearing("<supporters>", "<supporters>" + supporters(9))))
                .containsExactly("/application.xml/supporters INVALID");
    }

    private static String supporters(int count) {
        var xml = new StringBuilder();
        for (int i = 0; i < count; i++) {
            xml.append("<supporter><name>届野　").append((char) ('０' + i))
                    .append("</name><birthDate>1960-01-01</birthDate><relationship>SIBLING</relationship></supporter>");
        }
        return xml.toString();
    }

    @ParameterizedTest(name = "manifest {0} with the form of {1}: {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            procedure,                   form,           fault
            CHILD_ALLOWANCE_NEW,         児童扶養手当,     /manifest.json/procedure ANOTHER_FORM
            CHILD_REARING_ALLOWANCE_NEW, 児童手当,        /manifest.json/procedure ANOTHER_FORM
            CHILD_REARING_ALLOWANCE,     児童扶養手当,     /manifest.json/procedure UNKNOWN_PROCEDURE
            CHILD_REARING_ALLOWANCE_NEW, 児童扶養手当,     ''
            CHILD_ALLOWANCE_NEW,         児童手当,        ''
            """)
    void holdsTheProcedureAgainstTheForm(String procedure, String form, String fault) {
        Packages packages = (form.equals("児童手当") ? new Packages() : Packages.childRearing()).procedure(procedure);

        assertThat(faults(packages)).isEqualTo(fault.isEmpty() ? List.of() : List.of(fault));
    }
}
