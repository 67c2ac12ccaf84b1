package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.tenancy.Municipality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PackageReaderTest {
    private static final Municipality HERE = new Municipality("139998");
    private final PackageReader reader = new PackageReader(() -> LocalDate.of(2026, 11, 16),
            Clock.fixed(Instant.parse("2026-11-16T03:00:00Z"), ZoneOffset.UTC));

    private List<String> faults(byte[] zip) {
        return reader.read(zip, HERE).errors().stream().map(error -> error.pointer() + " " + error.code()).toList();
    }

    @Test
    void readsAGoodPackageWhole() {
        PackageReader.Reading reading = reader.read(new Packages().zip(), HERE);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.attachments()).containsExactly("attachments/child.pdf");
        assertThat(reading.manifest().uketsukeBango()).isEqualTo("M20261116-000001");
        assertThat(reading.signature()).isEqualTo(new ManifestReader.Signature("J0000000001", true));
        var filled = java.util.Objects.requireNonNull(reading.filled());
        var application = filled.application();
        assertThat(filled.childRearing()).isNull();
        assertThat(application.getApplicant().getName()).isEqualTo("届野　一郎");
        assertThat(application.getSpouse()).isNotNull();
        assertThat(application.getChildren()).hasSize(2);
        assertThat(application.getChildren().getLast().getBirthDate()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(application.getCountedSiblings()).hasSize(1);
        assertThat(application.getAccount().getUsePublicAccount()).isTrue();
    }

    static Stream<Arguments> brokenZips() {
        byte[] good = new Packages().zip();
        byte[] encrypted = good.clone();
        encrypted[6] |= 1;
        encrypted[indexOf(encrypted, new byte[]{0x50, 0x4b, 1, 2}) + 8] |= 1;
        byte[] renamed = good.clone();
        renamed[indexOf(renamed, new byte[]{0x50, 0x4b, 1, 2}) + 46] = 'x';
        byte[] flipped = good.clone();
        flipped[60] ^= 0x55;
        byte[] twice = replace(new Packages().file("attachments/chilx.pdf", "%PDF-1.7 again").zip(), "attachments/chilx.pdf",
                "attachments/child.pdf");
        Map<String, byte[]> many = new LinkedHashMap<>();
        IntStream.range(0, 21).forEach(i -> many.put("attachments/" + i + ".pdf", new byte[0]));
        return Stream.of(arguments("empty", new byte[0], "NOT_A_ZIP"),
                arguments("no ZIP", "届".repeat(400).getBytes(StandardCharsets.UTF_8), "NOT_A_ZIP"),
                arguments("cut off", Arrays.copyOf(good, good.length - 40), "NOT_A_ZIP"),
                arguments("something behind the end", Arrays.copyOf(good, good.length + 8), "NOT_A_ZIP"),
                arguments("encrypted", encrypted, "ENCRYPTED"),
                arguments("directory names another file", renamed, "ZIP_INCONSISTENT"), arguments("damaged content", flipped, "ZIP_BROKEN"),
                arguments("the same name twice", twice, "DUPLICATE_ENTRY"),
                arguments("21 entries", Packages.zipOf(many), "TOO_MANY_ENTRIES"),
                arguments("bomb in one entry", Packages.zipOf(Map.of("form.pdf", new byte[19 * 1024 * 1024])), "TOO_LARGE_UNPACKED"),
                arguments("more than 20 MB in all", noise(22), "TOO_LARGE_UNPACKED"),
                arguments("more than 5 MB packed", new byte[5 * 1024 * 1024 + 1], "TOO_LARGE"),
                arguments("parent folder", Packages.zipOf(Map.of("../../etc/cron.d/x", new byte[1])), "ENTRY_NAME"),
                arguments("attachments/..", Packages.zipOf(Map.of("attachments/..", new byte[1])), "ENTRY_NAME"),
                arguments("absolute", Packages.zipOf(Map.of("/etc/passwd", new byte[1])), "ENTRY_NAME"),
                arguments("drive letter", Packages.zipOf(Map.of("C:x.pdf", new byte[1])), "ENTRY_NAME"),
                arguments("backslash", Packages.zipOf(Map.of("..\\x.pdf", new byte[1])), "ENTRY_NAME"),
                arguments("two levels", Packages.zipOf(Map.of("attachments/a/b.pdf", new byte[1])), "ENTRY_NAME"));
    }

    @ParameterizedTest(name = "{0} is refused as {2}")
    @MethodSource("brokenZips")
    void refusesAZipThatCannotBeTrusted(String what, byte[] zip, String code) {
        assertThat(faults(zip)).containsExactly(" " + code);
    }

    static Stream<Arguments> liars() {
        String honest = new Packages().manifest();
        return Stream.of(
                arguments("no manifest", Packages.zipOf(Map.of("form.pdf", new byte[1])), "/manifest.json REQUIRED"),
                arguments("no JSON", new Packages().zip("{"), "/manifest.json UNREADABLE"),
                arguments("a name twice", new Packages().zip("{\"formatVersion\":\"1\"," + honest.substring(1)),
                        "/manifest.json UNREADABLE"),
                arguments("another length", new Packages().zip(honest.replaceFirst("\"bytes\":[0-9]+", "\"bytes\":1")),
                        "/application.xml HASH_MISMATCH"),
                arguments("another hash", new Packages().zip(new Packages().file("form.pdf", "%PDF-other form").manifest()),
                        "/form.pdf HASH_MISMATCH"),
                arguments("unlisted", new Packages().file("attachments/more.pdf", "%PDF-").zip(honest),
                        "/manifest.json/files UNLISTED_FILE"),
                arguments("missing", new Packages().without("attachments/child.pdf").zip(honest), "/manifest.json/files MISSING_FILE"),
                arguments("no form", new Packages().without("form.pdf").zip(), "/form.pdf MISSING_FILE"),
                arguments("no signature", new Packages().without("signature.json").zip(), "/signature.json MISSING_FILE"),
                arguments("another municipality", new Packages().municipality("139980").zip(),
                        "/manifest.json/municipalityCode WRONG_MUNICIPALITY"),
                arguments("another procedure", new Packages().procedure("X").zip(), "/manifest.json/procedure UNKNOWN_PROCEDURE"),
                arguments("an unknown version", new Packages().zip(honest.replace("\"formatVersion\":\"1\"", "\"formatVersion\":\"2\"")),
                        "/manifest.json/formatVersion UNKNOWN_VERSION"),
                arguments("a script as attachment", new Packages().file("attachments/run.sh", "#!/bin/sh").zip(), "/attachments NOT_A_PDF"),
                arguments("a picture named PDF", new Packages().file("attachments/p.pdf", "\u0089PNG").zip(), "/attachments NOT_A_PDF"),
                arguments("a file of no form", new Packages().file("extra.txt", "x").zip(), "/manifest.json/files UNKNOWN_FILE"),
                arguments("arrived tomorrow", new Packages().arrivedAt("2026-11-17T00:00:00+09:00").zip(),
                        "/manifest.json/arrivedAt IMPOSSIBLE"),
                arguments("arrived in an hour", new Packages().arrivedAt("2026-11-16T13:00:00+09:00").zip(),
                        "/manifest.json/arrivedAt IMPOSSIBLE"),
                arguments("arrived 61 days ago",
                        new Packages().xml("2026-10-31", "2026-09-01").zip(new Packages().xml("2026-10-31", "2026-09-01")
                                .arrivedAt("2026-09-16T09:00:00+09:00").manifest()),
                        "/manifest.json/arrivedAt TOO_OLD"));
    }

    @ParameterizedTest(name = "{0} is named as {2}")
    @MethodSource("liars")
    void holdsTheManifestAgainstTheFiles(String what, byte[] zip, String fault) {
        assertThat(faults(zip)).contains(fault);
    }

    @ParameterizedTest(name = "{0} becomes {1}: {2} {3}")
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            old                                        | new                                       | pointer                   | code
            <birthDate>2024-02-29</birthDate>          | <birthDate>2023-02-29</birthDate>         | children/1/birthDate      | IMPOSSIBLE
            <birthDate>2024-02-29</birthDate>          | <birthDate>2026-11-17</birthDate>         | children/1/birthDate      | IMPOSSIBLE
            <birthDate>2024-02-29</birthDate>          | <birthDate>29.02.2024</birthDate>         | children/1/birthDate      | INVALID
            <birthDate>1990-04-05</birthDate>          | <birthDate>1899-12-31</birthDate>         | applicant/birthDate       | IMPOSSIBLE
            <name>届野　太郎</name>                      | <name> </name>                            | children/0/name           | REQUIRED
            <kana>トドケノ　イチロウ</kana>               | <kana>届野　一郎</kana>                     | applicant/kana            | INVALID
            <occupation>EMPLOYEE</occupation>          | <occupation>KING</occupation>             | applicant/occupation      | INVALID
            <on>2026-10-31</on>                        | ''                                        | cause/on                  | REQUIRED
            <kind>BIRTH</kind>                         | <kind>NONE</kind>                         | cause/on                  | NOT_ALLOWED
            <separation>false</separation>             | <separation>maybe</separation>            | separation                | INVALID
            <separation>false</separation>             | ''                                        | separation                | REQUIRED
            <usePublicAccount>true</usePublicAccount>  | <usePublicAccount>false</usePublicAccount>| account                   | INVALID
            <usePublicAccount>true</usePublicAccount>  | <bankCode>1</bankCode>                    | account/bankCode          | INVALID
            <usePublicAccount>true</usePublicAccount>  | <bankCode>0001</bankCode>                 | account/number            | REQUIRED
            <separation>false</separation>             | <separation>false</separation><separation>true</separation> | separation | REPEATED
            urn:todoke:child-allowance:1               | urn:other                                 | ''                        | UNKNOWN_FORM
            </application>                             | <bonus>1</bonus></application>            | ''                        | UNKNOWN_ITEM
            </application>                             | ''                                        | ''                        | UNREADABLE
            <application xmlns                         | <!DOCTYPE a SYSTEM "file:///etc/passwd"><application xmlns | '' | UNREADABLE
            """)
    void namesWhatIsWrongInTheForm(String old, String replacement, String pointer, String code) {
        String at = pointer.isEmpty() ? "/application.xml" : "/application.xml/" + pointer;
        assertThat(faults(new Packages().xml(old, replacement).zip())).contains(at + " " + code);
    }

    @Test
    void namesFiveMissingItemsAtOnce() {
        String bare = Packages.XML.replace("<kana>トドケノ　イチロウ</kana>", "").replace("<occupation>EMPLOYEE</occupation>", "")
                .replace("<birthDate>2024-02-29</birthDate>", "").replace("<declaredOn>2026-11-16</declaredOn>", "")
                .replace("<separation>false</separation>", "");

        assertThat(faults(new Packages().file("application.xml", bare).zip())).containsExactlyInAnyOrder(
                "/application.xml/applicant/kana REQUIRED",
                "/application.xml/applicant/occupation REQUIRED", "/application.xml/children/1/birthDate REQUIRED",
                "/application.xml/countedSiblings/0/declaredOn REQUIRED", "/application.xml/separation REQUIRED");
    }

    @Test
    void neverRepeatsAValueFromThePackage() {
        var errors = reader.read(new Packages().xml("<kana>トドケノ　イチロウ</kana>", "<kana>届野secret</kana><secret/>").zip(), HERE).errors();

        assertThat(errors).hasSize(2).noneMatch(error -> (error.pointer() + error.message()).contains("secret"));
    }

    private static byte[] noise(int megabytes) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < megabytes; i++) {
            byte[] compressible = new byte[1024 * 1024];
            for (int at = 0; at < compressible.length; at++) {
                compressible[at] = (byte) (at * 31 % 251 + at / 997 % 7);
            }
            entries.put("attachments/" + i % 19 + "-" + i, compressible);
        }
        return Packages.zipOf(merge(entries));
    }

    /** 20 entries at most, so that only the size is too much. */
    private static Map<String, byte[]> merge(Map<String, byte[]> entries) {
        Map<String, byte[]> merged = new LinkedHashMap<>();
        entries.values().forEach(content -> merged.merge("attachments/" + merged.size() % 8 + ".pdf", content, PackageReaderTest::concat));
        return merged;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalArgumentException("not found");
    }

    private static byte[] replace(byte[] bytes, String old, String replacement) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1);
    }
}
