package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages that somebody made with care to be read in two ways, or to cost more than they weigh; and odd ones that are right. */
class HostilePackagesTest {
    private static final String PUBLIC_ACCOUNT = "<usePublicAccount>true</usePublicAccount>";
    private static final int DIRECTORY_RECORD = 0x02014b50;
    private final PackageReader reader = new PackageReader(() -> LocalDate.of(2026, 11, 16),
            Clock.fixed(Instant.parse("2026-11-16T03:00:00Z"), ZoneOffset.UTC));

    private PackageReader.Reading read(byte[] zip) {
        return reader.read(zip, new Municipality("139998"));
    }

    private List<String> faults(byte[] zip) {
        return read(zip).errors().stream().map(error -> error.pointer() + " " + error.code()).toList();
    }

    @Test
    void refusesAZipThatShowsOtherFilesToAReaderOfTheDirectory() {
        byte[] shown = new Packages().zip();
        byte[] judged = new Packages().file("form.pdf", "%PDF-1.7 another form, read from the front").zip();

        assertThat(faults(behind(Arrays.copyOf(judged, directoryOf(judged)), shown))).containsExactly(" ZIP_INCONSISTENT");
        assertThat(faults(behind(new byte[0], shown))).containsExactly(" ZIP_INCONSISTENT");
    }

    @Test
    void refusesADirectoryThatLiesAboutALength() {
        byte[] zip = new Packages().zip();
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(directoryOf(zip) + 20, bytes.getInt(directoryOf(zip) + 20) + 4);

        assertThat(faults(zip)).containsExactly(" ZIP_INCONSISTENT");
    }

    /** A complete ZIP behind other bytes and a gap, its directory pointing to the right places. */
    private static byte[] behind(byte[] front, byte[] zip) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(front);
        out.writeBytes(new byte[4]);
        out.writeBytes(zip);
        byte[] both = out.toByteArray();
        int moved = front.length + 4;
        ByteBuffer bytes = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = moved + directoryOf(zip); bytes.getInt(at) == DIRECTORY_RECORD;) {
            bytes.putInt(at + 42, bytes.getInt(at + 42) + moved);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        bytes.putInt(both.length - 6, bytes.getInt(both.length - 6) + moved);
        return both;
    }

    private static int directoryOf(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - 6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application.xml", "signature.json"})
    void refusesATextOfMegabytesUnread(String name) {
        String content = name.equals("application.xml")
                ? Packages.XML.replace("</application>", "<x/>".repeat(100_000) + "</application>")
                : "{\"a\":[" + "0,".repeat(200_000) + "0]}";

        assertThat(faults(new Packages().file(name, content).zip())).contains("/" + name + " TOO_LARGE");
    }

    @Test
    void refusesAManifestOfMegabytesUnread() {
        assertThat(faults(new Packages().zip("{\"files\":[" + "0,".repeat(200_000) + "0]}"))).containsExactly("/manifest.json TOO_LARGE");
    }

    @Test
    void survivesElementsNestedWithoutEnd() {
        String nested = "<a>".repeat(30_000) + "</a>".repeat(30_000);

        assertThat(faults(new Packages().xml("<separation>false</separation>", "<separation>" + nested + "</separation>").zip()))
                .containsExactly("/application.xml UNREADABLE");
    }

    @Test
    void refusesMoreSiblingsThanAFamilyHas() {
        String sibling = "<sibling><name>届野　次郎</name><birthDate>2006-06-10</birthDate><declaredOn>2026-11-16</declaredOn></sibling>";

        assertThat(faults(new Packages().xml(sibling, sibling.repeat(31)).zip())).contains("/application.xml/countedSiblings INVALID");
    }

    @Test
    void namesAChildThatStandsTwice() {
        String child = "<child><name>届野　太郎</name><birthDate>2026-10-31</birthDate><livesTogether>true</livesTogether></child>";

        assertThat(faults(new Packages().xml(child, child + child.replace("　", " ")).zip()))
                .containsExactly("/application.xml/children/1 REPEATED");
        assertThat(faults(new Packages().xml(child, child + child.replace("太郎", "三郎")).zip())).as("twins").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000-01-01", "0001-01-01", "1899-12-31", "2026-02-29", "2026-13-01"})
    void namesADayThatNobodyLived(String day) {
        assertThat(faults(new Packages().xml("<on>2026-10-31</on>", "<on>" + day + "</on>").zip()))
                .containsExactly("/application.xml/cause/on IMPOSSIBLE");
        assertThat(faults(new Packages().xml("<declaredOn>2026-11-16", "<declaredOn>" + day).zip()))
                .containsExactly("/application.xml/countedSiblings/0/declaredOn IMPOSSIBLE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59-18:00", "-999999999-01-01T00:00:00+18:00", "0000-01-01T00:00:00+09:00",
            "2026-02-29T00:00:00+09:00"})
    void namesATimeThatNoPortalWrote(String time) {
        assertThat(faults(new Packages().arrivedAt(time).zip())).containsExactly("/manifest.json/arrivedAt INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A\\u0000", "\\ud800", "新規"})
    void keepsNoProcedureThatIsNoName(String procedure) {
        PackageReader.Reading reading = read(new Packages().procedure(procedure).zip());

        assertThat(reading.errors()).extracting("pointer", "code")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/manifest.json/procedure", "INVALID"));
        assertThat(reading.manifest().procedure()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NGUYEN THI LAN", "ﾄﾄﾞｹﾉ ｲﾁﾛｳ", "トドケノ　イチロウ", "KIM(ｷﾑ)-LEE J.", "ＳＭＩＴＨ　ＪＯＨＮ", "ｶ)ﾄﾄﾞｹ 21"})
    void takesAHolderAsTheBankWritesIt(String holder) {
        var reading = read(withHolder(holder));

        assertThat(reading.errors()).isEmpty();
        var account = Objects.requireNonNull(Objects.requireNonNull(reading.filled()).application().getAccount().getAccount());
        assertThat(account.getHolderKana()).isEqualTo(holder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"届野一郎", "ﾄﾄﾞｹﾉ;ｲﾁﾛｳ", "とどけの"})
    void refusesAHolderThatNoBankWrites(String holder) {
        assertThat(faults(withHolder(holder))).containsExactly("/application.xml/account/holderKana INVALID");
    }

    private static byte[] withHolder(String holder) {
        return new Packages().xml(PUBLIC_ACCOUNT, "<bankCode>0001</bankCode><branchCode>001</branchCode><type>1</type>"
                + "<number>0000123</number><holderKana>" + holder + "</holderKana>").zip();
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷田　太郎", "葛\uDB40\uDD00城　太郎", "か\u3099か　太郎", "\uFA19\uFA1A　太郎", "\uDBF7\uDE92野　太郎", "髙﨑　太郎"})
    void keepsANameLetterByLetter(String name) {
        var reading = read(new Packages().xml("届野　太郎", name).zip());

        assertThat(reading.errors()).isEmpty();
        assertThat(Objects.requireNonNull(reading.filled()).application().getChildren().getFirst().getName()).isEqualTo(name);
    }

    /** In two parts, so that no scanner takes this class for what it looks for. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    @Test
    void refusesWhatAScannerKnows() {
        assertThat(faults(new Packages().file("attachments/child.pdf", "%PDF-1.7 " + EICAR).zip())).containsExactly("/attachments MALWARE");
        assertThat(faults(new Packages().file("form.pdf", "%PDF-1.7 " + EICAR).zip())).containsExactly("/form.pdf MALWARE");
        assertThat(faults(new Packages().file("attachments/eicar.com", EICAR).zip())).containsExactly("/attachments MALWARE",
                "/attachments NOT_A_PDF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trailer <</Size 9/Root 1 0 R/Encrypt 8 0 R/ID[<00><00>]>>", "trailer << /Encrypt\n12 0 R >>",
            "<</Type/XRef/Encrypt<</Filter/Standard/V 5>>/W[1 2 1]>>"})
    void refusesAPdfThatNobodyCanRead(String trailer) {
        assertThat(faults(new Packages().file("attachments/child.pdf", "%PDF-1.7 x " + trailer).zip()))
                .containsExactly("/attachments ENCRYPTED_PDF");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a text about /Encrypt and keys)", "/EncryptMetadata false", "/Encrypted 8 0 R"})
    void takesAPdfThatOnlySpeaksOfIt(String content) {
        assertThat(faults(new Packages().file("attachments/child.pdf", "%PDF-1.7 " + content).zip())).isEmpty();
    }
}
