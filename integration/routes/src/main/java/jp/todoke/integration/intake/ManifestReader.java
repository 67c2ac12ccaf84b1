package jp.todoke.integration.intake;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.todoke.contracts.CheckDigits;
import jp.todoke.contracts.StrictJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the two JSON files of a package, strictly: a name that stands twice or text after the end is refused. */
final class ManifestReader {
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "signature.json";
    private static final Set<String> MANIFEST_ITEMS = Set.of("formatVersion", "uketsukeBango", "procedure", "municipalityCode", "arrivedAt",
            "amends", "files");
    private static final Set<String> FILE_ITEMS = Set.of("name", "sha256", "bytes");
    private static final Set<String> SIGNATURE_ITEMS = Set.of("jpkiSerial", "verified", "signedAt");
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final Pattern PROCEDURE = Pattern.compile("[0-9A-Z_]{1,40}");
    /** Beyond these no portal exists, and no database keeps the time. */
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 9998;
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Za-z]{1,40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /** 署名検証結果 of the portal. */
    record Signature(String jpkiSerial, boolean verified) {}

    private final Findings findings;

    ManifestReader(Findings findings) {
        this.findings = findings;
    }

    Manifest manifest(byte[] json) {
        JsonNode tree = object(json, MANIFEST, MANIFEST_ITEMS);
        if (tree == null) {
            return Manifest.NONE;
        }
        String version = text(tree, MANIFEST, "formatVersion");
        if (version != null && !version.equals("1")) {
            findings.add(pointer(MANIFEST, "formatVersion"), "UNKNOWN_VERSION", "この様式の版には対応していません（対応する版: 1）。");
        }
        String number = matching(tree, MANIFEST, "uketsukeBango", NUMBER);
        return new Manifest(number, matching(tree, MANIFEST, "procedure", PROCEDURE), municipality(tree),
                time(tree, MANIFEST, "arrivedAt"), amends(tree, number), files(tree));
    }

    private @Nullable String amends(JsonNode tree, @Nullable String number) {
        String amends = tree.has("amends") ? matching(tree, MANIFEST, "amends", NUMBER) : null;
        if (amends != null && amends.equals(number)) {
            findings.add(pointer(MANIFEST, "amends"), "INVALID", "補正の対象には、この申請とは別の受付番号を指定してください。");
            return null;
        }
        return amends;
    }

    @Nullable
    Signature signature(byte[] json) {
        JsonNode tree = object(json, SIGNATURE, SIGNATURE_ITEMS);
        if (tree == null) {
            return null;
        }
        String serial = matching(tree, SIGNATURE, "jpkiSerial", SERIAL);
        JsonNode verified = tree.path("verified");
        if (!verified.isBoolean()) {
            findings.add(pointer(SIGNATURE, "verified"), "REQUIRED", "署名の検証結果（true または false）がありません。");
        }
        OffsetDateTime signedAt = time(tree, SIGNATURE, "signedAt");
        return serial == null || signedAt == null || !verified.isBoolean() ? null : new Signature(serial, verified.booleanValue());
    }

    private List<Manifest.Listed> files(JsonNode tree) {
        List<Manifest.Listed> files = new ArrayList<>();
        JsonNode listed = tree.path("files");
        if (!listed.isArray()) {
            findings.add(pointer(MANIFEST, "files"), "REQUIRED", "ファイルの一覧がありません。");
            return files;
        }
        for (int i = 0; i < listed.size(); i++) {
            JsonNode file = listed.get(i);
            String name = file.path("name").asString("");
            String sha256 = file.path("sha256").asString("");
            JsonNode bytes = file.path("bytes");
            if (name.isEmpty() || !FILE_ITEMS.containsAll(file.propertyNames()) || !SHA256.matcher(sha256).matches()
                    || !bytes.isIntegralNumber() || !bytes.canConvertToLong()) {
                findings.add(pointer(MANIFEST, "files/" + i), "INVALID", "ファイル名・ハッシュ値（SHA-256）・バイト数のいずれかが正しくないか、ほかの項目があります。");
            } else {
                files.add(new Manifest.Listed(name, sha256, bytes.longValue()));
            }
        }
        return files;
    }

    private @Nullable JsonNode object(byte[] json, String file, Set<String> known) {
        Optional<JsonNode> tree = StrictJson.read(json).filter(JsonNode::isObject);
        if (tree.isEmpty()) {
            findings.add("/" + file, "UNREADABLE", file + " をJSONとして読み取れません。");
        } else if (!known.containsAll(tree.get().propertyNames())) {
            // The name comes from outside: it goes into no pointer and no text.
            findings.add("/" + file, "UNKNOWN_ITEM", "仕様にない項目が含まれています。");
        }
        return tree.orElse(null);
    }

    private @Nullable String text(JsonNode tree, String file, String name) {
        JsonNode value = tree.path(name);
        if (value.isString() && !value.stringValue().isBlank()) {
            return value.stringValue();
        }
        findings.add(pointer(file, name), "REQUIRED", "必須項目です。値がありません。");
        return null;
    }

    private @Nullable String municipality(JsonNode tree) {
        String code = text(tree, MANIFEST, "municipalityCode");
        if (code == null || CheckDigits.isMunicipality(code)) {
            return code;
        }
        findings.add(pointer(MANIFEST, "municipalityCode"), "INVALID", "全国地方公共団体コードを、検査数字を含む半角数字6桁で指定してください。");
        return null;
    }

    private @Nullable String matching(JsonNode tree, String file, String name, Pattern form) {
        String text = text(tree, file, name);
        if (text == null || form.matcher(text).matches()) {
            return text;
        }
        findings.add(pointer(file, name), "INVALID", "使えない文字があるか、40文字を超えています。");
        return null;
    }

    private @Nullable OffsetDateTime time(JsonNode tree, String file, String name) {
        String text = text(tree, file, name);
        try {
            OffsetDateTime time = text == null ? null : OffsetDateTime.parse(text);
            if (time == null || (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        findings.add(pointer(file, name), "INVALID", "日時の形式が正しくありません（例: 2026-11-16T09:12:00+09:00）。");
        return null;
    }

    private static String pointer(String file, String item) {
        return "/" + file + "/" + item;
    }
}
