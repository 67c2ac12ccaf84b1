package jp.todoke.local.badinput;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** An application package for 隣野市 (specs/peers/myna-package.md), good but for the steps of its row. */
final class Parcel {
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <application xmlns="urn:todoke:child-allowance:1">
              <applicant><name>隣野　花</name><kana>トナリノ　ハナ</kana><birthDate>1990-04-05</birthDate><occupation>EMPLOYEE</occupation></applicant>
              <children><child><name>隣野　太郎</name><birthDate>2026-10-31</birthDate><livesTogether>true</livesTogether></child></children>
              <cause><kind>BIRTH</kind><on>2026-10-31</on></cause>
              <separation>false</separation>
              <account><bankCode>0001</bankCode><branchCode>001</branchCode><type>1</type><number>0000123</number><holderKana>トナリノ　ハナ</holderKana></account>
            </application>
            """;
    private static final String MANIFEST = """
            {"formatVersion": "1"
            ,"uketsukeBango": "%s"
            ,"procedure": "CHILD_ALLOWANCE_NEW"
            ,"municipalityCode": "139980"
            ,"arrivedAt": "2026-11-16T09:12:00+09:00"
            ,"files": [%s]}
            """;

    private final Map<String, byte[]> listed = new LinkedHashMap<>();
    private final String marker;
    private final String listener;
    private String number = "B" + UUID.randomUUID();

    /**
     * @param marker   travels in the certificate's serial and where the row says
     * @param listener an address that no reader of the package may call
     */
    Parcel(String marker, String listener) {
        this.marker = marker;
        this.listener = listener;
        listed.put("application.xml", utf8(XML));
        listed.put("form.pdf", utf8("%PDF-1.7 form " + marker));
        listed.put("signature.json",
                utf8("{\"jpkiSerial\":\"" + marker + "\",\"verified\":true,\"signedAt\":\"2026-11-16T09:10:00+09:00\"}"));
        listed.put("attachments/child.pdf", utf8("%PDF-1.7 child"));
    }

    Parcel number(String uketsukeBango) {
        this.number = uketsukeBango;
        return this;
    }

    Parcel xml(String before, String after) {
        return edit("application.xml", before, after);
    }

    private Parcel edit(String file, String before, String after) {
        String text = new String(listed.get(file), StandardCharsets.UTF_8);
        if (before.isEmpty() || !text.contains(before)) {
            throw new IllegalStateException("no " + before + " in " + file);
        }
        listed.put(file, utf8(text.replace(before, filled(after))));
        return this;
    }

    byte[] zip(Scenario row) {
        Map<String, byte[]> sent = new LinkedHashMap<>();
        String form = "";
        for (String step : row.steps()) {
            String[] words = step.split(" ", 2);
            String[] change = change(words[1]);
            switch (words[0]) {
                case "xml" -> xml(change[0], change[1]);
                case "signature" -> edit("signature.json", change[0], change[1]);
                case "file" -> listed.put(change[0], utf8(filled(change[1])));
                case "as" -> listed.put("application.xml", new String(listed.get("application.xml"), StandardCharsets.UTF_8)
                        .getBytes(Charset.forName(words[1])));
                case "zip" -> form = words[1];
                default -> {
                    // Steps that come when the manifest is made.
                }
            }
        }
        String manifest = manifest();
        sent.put("manifest.json", new byte[0]);
        sent.putAll(listed);
        for (String step : row.steps()) {
            String[] words = step.split(" ", 2);
            String[] change = change(words[1]);
            switch (words[0]) {
                case "manifest" -> {
                    String changed = manifest.replaceFirst(change[0], filled(change[1]));
                    if (changed.equals(manifest)) {
                        throw new IllegalStateException("no " + change[0]);
                    }
                    manifest = changed;
                }
                case "drop" -> sent.remove(change[0]);
                case "unlisted" -> sent.put(change[0], utf8(filled(change[1])));
                default -> {
                    // Taken above.
                }
            }
        }
        if (sent.containsKey("manifest.json")) {
            sent.put("manifest.json", utf8(manifest));
        }
        return Zips.of(sent, form);
    }

    /** What is replaced, and what stands there instead, perhaps nothing. */
    private static String[] change(String words) {
        int arrow = words.indexOf(" =>");
        return arrow < 0 ? new String[]{words, ""} : new String[]{words.substring(0, arrow), words.substring(arrow + 3).stripLeading()};
    }

    private String manifest() {
        return MANIFEST.formatted(number, listed.entrySet().stream()
                .map(file -> "{\"name\":\"%s\",\"sha256\":\"%s\",\"bytes\":%d}".formatted(file.getKey(), sha256(file.getValue()),
                        file.getValue().length))
                .collect(Collectors.joining(",")));
    }

    private String filled(String text) {
        return text.replace("{marker}", marker).replace("{listener}", listener).replace("{laughs}", laughs())
                .replace("{deep}", "<a>".repeat(10_000) + "</a>".repeat(10_000)).replace("{long}", "x".repeat(200_000));
    }

    /** Each entity ten times the one before. */
    private static String laughs() {
        var entities = new StringBuilder("<!ENTITY a0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return entities.toString();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
