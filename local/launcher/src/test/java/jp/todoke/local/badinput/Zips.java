package jp.todoke.local.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP files as a plain writer makes them, and such as somebody makes with care. */
final class Zips {
    private static final int RECORD = 0x02014b50;
    private static final int MEGABYTE = 1024 * 1024;
    private static final int UNIX = 3 << 8;
    private static final int LINK = 0xA1FF << 16;

    private Zips() {}

    static byte[] of(Map<String, byte[]> files, String form) {
        Map<String, byte[]> entries = new LinkedHashMap<>(files);
        switch (form) {
            case "bomb" -> entries.put("attachments/bomb.pdf", new byte[30 * MEGABYTE]);
            case "bomb in pieces" -> {
                for (int i = 0; i < 6; i++) {
                    entries.put("attachments/bomb" + i + ".pdf", new byte[4 * MEGABYTE]);
                }
            }
            case "many entries" -> {
                for (int i = 0; i < 30; i++) {
                    entries.put("attachments/paper" + i + ".pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
                }
            }
            case "heavy" -> entries.put("attachments/heavy.pdf", noise());
            case "folder" -> entries.put("attachments/", new byte[0]);
            case "absolute path" -> entries.put("/etc/outside.pdf", new byte[1]);
            case "path traversal" -> entries.put("../../outside.pdf", new byte[1]);
            case "backslash" -> entries.put("attachments\\outside.pdf", new byte[1]);
            case "direction" -> entries.put("attachments/\u202Efdp.exe", new byte[1]);
            case "same name twice" -> entries.put("form2pdf", entries.get("form.pdf"));
            default -> {
                // The rest is done to the bytes.
            }
        }
        return patched(plain(entries), form);
    }

    private static byte[] plain(Map<String, byte[]> entries) {
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

    private static byte[] patched(byte[] zip, String form) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> records = records(bytes);
        int second = records.get(1);
        int last = records.getLast();
        switch (form) {
            case "cut" -> {
                return Arrays.copyOf(zip, zip.length / 2);
            }
            case "something in front" -> {
                var longer = new ByteArrayOutputStream();
                longer.writeBytes("#!/bin/sh\n".getBytes(StandardCharsets.US_ASCII));
                longer.writeBytes(zip);
                return longer.toByteArray();
            }
            case "something behind" -> {
                return Arrays.copyOf(zip, zip.length + 4);
            }
            case "size that lies" -> bytes.putInt(second + 24, bytes.getInt(second + 24) + 1_000_000);
            case "packed size that lies" -> bytes.putInt(second + 20, bytes.getInt(second + 20) - 1);
            case "checksum that lies" -> bytes.putInt(second + 16, bytes.getInt(second + 16) + 1);
            case "overlapping entries" -> bytes.putInt(last + 42, bytes.getInt(second + 42));
            case "encrypted" -> bytes.putShort(second + 8, (short) (bytes.getShort(second + 8) | 1));
            case "link" -> {
                bytes.putShort(last + 4, (short) (bytes.getShort(last + 4) | UNIX));
                bytes.putInt(last + 38, LINK);
            }
            case "ZIP64" -> {
                bytes.putShort(zip.length - 12, (short) 0xFFFF);
                bytes.putInt(zip.length - 6, 0xFFFFFFFF);
            }
            case "same name twice" -> rename(zip, "form2pdf", "form.pdf");
            case "two names" -> {
                byte[] name = "attachments/other.pdf".getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(name, 0, zip, last + 46, name.length);
            }
            default -> {
                // Nothing more to do.
            }
        }
        return zip;
    }

    private static List<Integer> records(ByteBuffer bytes) {
        List<Integer> records = new ArrayList<>();
        for (int at = bytes.getInt(bytes.capacity() - 6); bytes.getInt(at) == RECORD;) {
            records.add(at);
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30) + bytes.getShort(at + 32);
        }
        return records;
    }

    private static void rename(byte[] zip, String from, String to) {
        byte[] before = from.getBytes(StandardCharsets.US_ASCII);
        for (int at = 0; at + before.length <= zip.length; at++) {
            if (Arrays.equals(zip, at, at + before.length, before, 0, before.length)) {
                System.arraycopy(to.getBytes(StandardCharsets.US_ASCII), 0, zip, at, before.length);
            }
        }
    }

    /** Does not pack. */
    private static byte[] noise() {
        byte[] noise = new byte[5 * MEGABYTE + MEGABYTE / 4];
        new Random(7).nextBytes(noise);
        return noise;
    }
}
