package jp.todoke.integration.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The entries of a ZIP, read without trusting it: names, counts and sizes are held to the limits of
 * specs/peers/myna-package.md while inflating, and the directory at the end must name exactly the entries that stand in front,
 * so that no two readers can see two different packages.
 */
final class ZipContent {
    static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_ENTRIES = 20;
    private static final int MOST_UNPACKED = 20 * 1024 * 1024;
    private static final int RATIO_FREE = 1024 * 1024;
    private static final int MOST_RATIO = 100;
    private static final Pattern NAME = Pattern.compile("(attachments/)?[^/\\\\:\\p{Cntrl}]{1,120}");

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int DIRECTORY_SIGNATURE = 0x02014b50;
    private static final int DIRECTORY_BYTES = 46;

    /** Stops reading at the first thing after which no entry can be trusted. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final String messageJa;

        Unreadable(String code, String messageJa) {
            super(code, null, false, false);
            this.code = code;
            this.messageJa = messageJa;
        }
    }

    private ZipContent() {}

    /** @return the entries by name; empty when something was found that forbids to read on */
    static Map<String, byte[]> read(byte[] zip, Findings findings) {
        try {
            if (zip.length > MOST_BYTES) {
                throw new Unreadable("TOO_LARGE", "申請データが5MBを超えています。添付ファイルを小さくしてください。");
            }
            List<String> listed = directory(zip);
            Map<String, byte[]> entries = inflate(zip);
            if (!listed.equals(List.copyOf(entries.keySet()))) {
                throw new Unreadable("ZIP_INCONSISTENT", "ZIPファイルの目録と中身が一致していません。作成し直してください。");
            }
            return entries;
        } catch (Unreadable e) {
            findings.add("", e.code, e.messageJa);
        } catch (IOException | IllegalArgumentException e) {
            findings.add("", "ZIP_BROKEN", "ZIPファイルが壊れているか、暗号化されています。作成し直してください。");
        }
        return Map.of();
    }

    private static Map<String, byte[]> inflate(byte[] zip) throws IOException, Unreadable {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long left = MOST_UNPACKED;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entries.size() == MOST_ENTRIES) {
                    throw new Unreadable("TOO_MANY_ENTRIES", "ZIPファイルの中のファイルは20個までにしてください。");
                }
                check(entry.getName());
                byte[] content = inflate(in, left, zip.length);
                left -= content.length;
                if (entries.putIfAbsent(entry.getName(), content) != null) {
                    throw new Unreadable("DUPLICATE_ENTRY", "ZIPファイルの中に同じ名前のファイルが2つあります。");
                }
            }
        }
        return entries;
    }

    private static void check(String name) throws Unreadable {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (!NAME.matcher(name).matches() || last.equals("..") || last.equals(".")) {
            throw new Unreadable("ENTRY_NAME", "ZIPファイルの中のファイル名に使えないものがあります（上位フォルダーや絶対パスなど）。");
        }
    }

    private static byte[] inflate(ZipInputStream in, long left, int packed) throws IOException, Unreadable {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            out.write(buffer, 0, n);
            boolean bomb = out.size() > RATIO_FREE && out.size() / packed > MOST_RATIO;
            if (out.size() > left || bomb) {
                throw new Unreadable("TOO_LARGE_UNPACKED", "展開後の大きさが上限（20MB）を超えています。");
            }
        }
        return out.toByteArray();
    }

    /** The names in the central directory; anything that a plain writer of ZIP files does not produce is refused. */
    private static List<String> directory(byte[] zip) throws Unreadable {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_BYTES;
        if (end < 0 || bytes.getInt(end) != END_SIGNATURE) {
            throw new Unreadable("NOT_A_ZIP", "ZIPファイルとして読み取れません。途中で切れていないか確認してください。");
        }
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        long start = Integer.toUnsignedLong(bytes.getInt(end + 16));
        List<String> names = new ArrayList<>();
        int at = (int) Math.min(start, zip.length);
        while (at + DIRECTORY_BYTES <= end && bytes.getInt(at) == DIRECTORY_SIGNATURE) {
            if ((bytes.getShort(at + 8) & 1) != 0) {
                throw new Unreadable("ENCRYPTED", "暗号化されたZIPファイルは受け付けられません。");
            }
            int name = Short.toUnsignedInt(bytes.getShort(at + 28));
            int rest = Short.toUnsignedInt(bytes.getShort(at + 30)) + Short.toUnsignedInt(bytes.getShort(at + 32));
            if (at + DIRECTORY_BYTES + name + rest > end) {
                break;
            }
            names.add(new String(zip, at + DIRECTORY_BYTES, name, StandardCharsets.UTF_8));
            at += DIRECTORY_BYTES + name + rest;
        }
        if (at != end || names.size() != count) {
            throw new Unreadable("ZIP_BROKEN", "ZIPファイルの目録が壊れています。作成し直してください。");
        }
        return names;
    }
}
