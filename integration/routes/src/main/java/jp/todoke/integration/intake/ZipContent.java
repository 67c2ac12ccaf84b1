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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.todoke.contracts.Characters;

/**
 * The entries of a ZIP, read without trusting it: names, counts and sizes are held to the limits of
 * specs/peers/myna-package.md while inflating, and the directory at the end must point to exactly the entries that stand in
 * front, without a gap, so that no two readers can see two different packages.
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
    private static final int UNIX_KIND = 0xF000;
    private static final int UNIX_LINK = 0xA000;
    private static final int ENTRY_SIGNATURE = 0x04034b50;
    private static final int ENTRY_BYTES = 30;
    private static final int LENGTHS_FOLLOW = 1 << 3;
    /** Forms of the lengths behind an entry: with or without signature, for small and large files. */
    private static final Set<Long> LENGTHS_BYTES = Set.of(12L, 16L, 20L, 24L);

    /** An entry as one of its two descriptions has it. */
    private record Part(String name, long packedBytes, long bytes, long crc) {}

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
            List<Part> listed = directory(zip);
            Map<String, byte[]> entries = new LinkedHashMap<>();
            if (!listed.equals(inflate(zip, entries))) {
                throw inconsistent();
            }
            return entries;
        } catch (Unreadable e) {
            findings.add("", e.code, e.messageJa);
        } catch (IOException | IllegalArgumentException e) {
            findings.add("", "ZIP_BROKEN", "ZIPファイルが壊れているか、暗号化されています。作成し直してください。");
        }
        return Map.of();
    }

    private static Unreadable inconsistent() {
        return new Unreadable("ZIP_INCONSISTENT", "ZIPファイルの目録と中身が一致していません。作成し直してください。");
    }

    private static List<Part> inflate(byte[] zip, Map<String, byte[]> entries) throws IOException, Unreadable {
        List<Part> found = new ArrayList<>();
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
                found.add(new Part(entry.getName(), entry.getCompressedSize(), entry.getSize(), entry.getCrc()));
            }
        }
        return found;
    }

    private static void check(String name) throws Unreadable {
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (!NAME.matcher(name).matches() || last.equals("..") || last.equals(".") || !Characters.isLine(name)) {
            throw new Unreadable("ENTRY_NAME", "ZIPファイルの中のファイル名に使えないものがあります（上位フォルダー、絶対パス、制御文字など）。名前を付け直してください。");
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

    /** The entries of the central directory; anything that a plain writer of ZIP files does not produce is refused. */
    private static List<Part> directory(byte[] zip) throws Unreadable {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_BYTES;
        if (end < 0 || bytes.getInt(end) != END_SIGNATURE) {
            throw new Unreadable("NOT_A_ZIP", "ZIPファイルとして読み取れません。途中で切れていないか確認してください。");
        }
        int count = Short.toUnsignedInt(bytes.getShort(end + 10));
        long start = Integer.toUnsignedLong(bytes.getInt(end + 16));
        List<Part> parts = new ArrayList<>();
        Place place = Place.FIRST;
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
            place = place.next(bytes, at);
            if ((bytes.getInt(at + 38) >>> 16 & UNIX_KIND) == UNIX_LINK) {
                throw new Unreadable("LINK", "ZIPファイルの中にシンボリックリンクは使えません。ファイルそのものを入れてください。");
            }
            parts.add(new Part(new String(zip, at + DIRECTORY_BYTES, name, StandardCharsets.UTF_8), unsigned(bytes, at + 20),
                    unsigned(bytes, at + 24), unsigned(bytes, at + 16)));
            at += DIRECTORY_BYTES + name + rest;
        }
        if (at != end || parts.size() != count) {
            throw new Unreadable("ZIP_BROKEN", "ZIPファイルの目録が壊れています。作成し直してください。");
        }
        if (!place.endsAt(start)) {
            throw inconsistent();
        }
        return parts;
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }

    /** Where the content of an entry ends, and whether its lengths may follow there. */
    private record Place(long end, boolean lengthsFollow) {
        static final Place FIRST = new Place(0, false);

        boolean endsAt(long begin) {
            return begin == end || (lengthsFollow && LENGTHS_BYTES.contains(begin - end));
        }

        /** The entry to which a record of the directory points, which must begin where this one ends. */
        Place next(ByteBuffer bytes, int record) throws Unreadable {
            long begin = Integer.toUnsignedLong(bytes.getInt(record + 42));
            if (!endsAt(begin) || begin + ENTRY_BYTES > record || bytes.getInt((int) begin) != ENTRY_SIGNATURE) {
                throw inconsistent();
            }
            int names = Short.toUnsignedInt(bytes.getShort((int) begin + 26)) + Short.toUnsignedInt(bytes.getShort((int) begin + 28));
            return new Place(begin + ENTRY_BYTES + names + Integer.toUnsignedLong(bytes.getInt(record + 20)),
                    (bytes.getShort(record + 8) & LENGTHS_FOLLOW) != 0);
        }
    }
}
