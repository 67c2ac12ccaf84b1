package jp.todoke.integration.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds application packages: a good one by default, and with one thing wrong on demand. */
final class Packages {
    static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <application xmlns="urn:todoke:child-allowance:1">
              <applicant><name>届野　一郎</name><kana>トドケノ　イチロウ</kana><birthDate>1990-04-05</birthDate><occupation>EMPLOYEE</occupation></applicant>
              <spouse><name>届野　花子</name><birthDate>1991-02-03</birthDate><livesTogether>true</livesTogether></spouse>
              <children>
                <child><name>届野　太郎</name><birthDate>2026-10-31</birthDate><livesTogether>true</livesTogether></child>
                <child><name>届野　次子</name><birthDate>2024-02-29</birthDate><livesTogether>true</livesTogether></child>
              </children>
              <countedSiblings><sibling><name>届野　次郎</name><birthDate>2006-06-10</birthDate><declaredOn>2026-11-16</declaredOn></sibling></countedSiblings>
              <cause><kind>BIRTH</kind><on>2026-10-31</on></cause>
              <separation>false</separation>
              <account><usePublicAccount>true</usePublicAccount></account>
            </application>
            """;

    static final String CHILD_REARING_XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <application xmlns="urn:todoke:child-rearing-allowance:1">
              <applicant><name>届野　春子</name><kana>トドケノ　ハルコ</kana><birthDate>1991-06-07</birthDate></applicant>
              <relation>MOTHER</relation>
              <ground>DIVORCE</ground>
              <groundOn>2026-09-30</groundOn>
              <children>
                <child><name>届野　夏子</name><birthDate>2019-08-01</birthDate><livesTogether>true</livesTogether></child>
                <child><name>届野　秋男</name><birthDate>2022-02-28</birthDate><livesTogether>true</livesTogether></child>
              </children>
              <childSupportYen>300000</childSupportYen>
              <publicPension>false</publicPension>
              <supporters>
                <supporter><name>届野　冬雄</name><birthDate>1961-02-03</birthDate><relationship>PARENT</relationship><livesTogetherSince>2026-10-01</livesTogetherSince></supporter>
                <supporter><name>届野　冬美</name><birthDate>1962-03-04</birthDate><relationship>PARENT</relationship></supporter>
              </supporters>
              <cause><kind>NONE</kind></cause>
              <account><usePublicAccount>true</usePublicAccount></account>
            </application>
            """;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private String number = "M20261116-000001";
    private String municipality = "139998";
    private String procedure = "CHILD_ALLOWANCE_NEW";
    private String arrivedAt = "2026-11-16T09:12:00+09:00";
    private String amends = "";

    Packages() {
        file("application.xml", XML);
        file("form.pdf", "%PDF-1.7 form");
        file("signature.json", "{\"jpkiSerial\":\"J0000000001\",\"verified\":true,\"signedAt\":\"2026-11-16T09:10:00+09:00\"}");
        file("attachments/child.pdf", "%PDF-1.7 child");
    }

    /** An application for 児童扶養手当. */
    static Packages childRearing() {
        return new Packages().procedure("CHILD_REARING_ALLOWANCE_NEW").file("application.xml", CHILD_REARING_XML);
    }

    static Packages childRearing(String old, String replacement) {
        if (!CHILD_REARING_XML.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return childRearing().file("application.xml", CHILD_REARING_XML.replace(old, replacement));
    }

    Packages file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Packages without(String name) {
        files.remove(name);
        return this;
    }

    Packages xml(String old, String replacement) {
        if (!XML.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return file("application.xml", XML.replace(old, replacement));
    }

    /** One more change of the form. */
    Packages xml2(String old, String replacement) {
        String xml = new String(files.get("application.xml"), StandardCharsets.UTF_8);
        if (!xml.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        return file("application.xml", xml.replace(old, replacement));
    }

    Packages number(String number) {
        this.number = number;
        return this;
    }

    Packages amends(String number) {
        this.amends = "\"amends\":\"" + number + "\",";
        return this;
    }

    Packages municipality(String code) {
        this.municipality = code;
        return this;
    }

    Packages procedure(String name) {
        this.procedure = name;
        return this;
    }

    Packages arrivedAt(String time) {
        this.arrivedAt = time;
        return this;
    }

    String manifest() {
        String listed = files.entrySet().stream().map(file -> "{\"name\":\"%s\",\"sha256\":\"%s\",\"bytes\":%d}".formatted(file.getKey(),
                PackageReader.sha256(file.getValue()), file.getValue().length)).collect(Collectors.joining(","));
        return "{\"formatVersion\":\"1\",\"uketsukeBango\":\"%s\",\"procedure\":\"%s\",\"municipalityCode\":\"%s\",\"arrivedAt\":\"%s\",%s\"files\":[%s]}"
                .formatted(number, procedure, municipality, arrivedAt, amends, listed);
    }

    byte[] zip() {
        return zip(manifest());
    }

    byte[] zip(String manifest) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        entries.putAll(files);
        return zipOf(entries);
    }

    static byte[] zipOf(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
