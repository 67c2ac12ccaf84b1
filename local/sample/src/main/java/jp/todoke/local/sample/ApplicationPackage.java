package jp.todoke.local.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.todoke.local.sample.ApplicationForm.Defect;

/** 申請データ as one ZIP in the form of E28 (specs/peers/myna-package.md); the same form gives the same bytes. */
public final class ApplicationPackage {
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(2026, 11, 16, 8, 30);

    private ApplicationPackage() {}

    /** The package as it arrives, with the defect of the form. */
    public static byte[] of(ApplicationForm form) {
        byte[] whole = addressedTo(Sample.TODOKENO, form);
        return form.defect() == Defect.BROKEN_ZIP ? Arrays.copyOf(whole, whole.length / 2) : whole;
    }

    /** A sound package for a municipality of one's choice. */
    public static byte[] addressedTo(String municipality, ApplicationForm form) {
        return zip(withManifest(municipality, form, content(form)));
    }

    /** A sound package to which an entry was added that points outside of the directory it is unpacked to. */
    public static byte[] withPathTraversal(ApplicationForm form) {
        Map<String, byte[]> content = content(form);
        content.put("../../outside.pdf", PdfText.page("outside"));
        return zip(withManifest(Sample.TODOKENO, form, content));
    }

    private static Map<String, byte[]> content(ApplicationForm form) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("application.xml", utf8(ApplicationXml.write(form)));
        entries.put("form.pdf", PdfText.page("Application " + form.uketsukeBango()));
        entries.put("signature.json", utf8(JsonText.MAPPER.writeValueAsString(new Signature(form))));
        form.content().attachments().forEach(name -> entries.put(name, PdfText.page("Copy of a passbook")));
        return entries;
    }

    private static Map<String, byte[]> withManifest(String municipality, ApplicationForm form, Map<String, byte[]> content) {
        List<ListedFile> files = content.entrySet().stream().map(entry -> ListedFile.of(entry.getKey(), entry.getValue())).toList();
        var manifest = new Manifest("1", form.uketsukeBango(), form.procedure(), municipality, time(form.arrivedAt()), files);
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("manifest.json", utf8(JsonText.MAPPER.writeValueAsString(manifest)));
        entries.putAll(content);
        return entries;
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                var header = new ZipEntry(entry.getKey());
                header.setTimeLocal(ENTRY_TIME);
                zip.putNextEntry(header);
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** RFC 3339: the seconds stand there also when they are zero. */
    private static String time(OffsetDateTime instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    record Manifest(
            String formatVersion,
            String uketsukeBango,
            String procedure,
            String municipalityCode,
            String arrivedAt,
            List<ListedFile> files) {}

    record ListedFile(String name, String sha256, int bytes) {
        static ListedFile of(String name, byte[] content) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
                return new ListedFile(name, HexFormat.of().formatHex(hash), content.length);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    record Signature(String jpkiSerial, boolean verified, String signedAt) {
        Signature(ApplicationForm form) {
            this(form.content().jpkiSerial(), true, time(form.arrivedAt().minusMinutes(1)));
        }
    }
}
