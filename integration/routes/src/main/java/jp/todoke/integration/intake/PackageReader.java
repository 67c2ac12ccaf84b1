package jp.todoke.integration.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 形式審査 of a package against specs/peers/myna-package.md. Everything that is wrong is named at once; only a ZIP that cannot
 * be trusted ends the reading early.
 */
@Component
class PackageReader {
    static final Set<String> PROCEDURES = Arrays.stream(ApplicationReader.Form.values()).map(form -> form.procedure().getValue())
            .collect(Collectors.toUnmodifiableSet());
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int OLDEST_DAYS = 60;
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final String FORM = "form.pdf";
    /** Enough for a family of thirty; what is parsed as a tree takes many times its length. */
    private static final int MOST_TEXT = 256 * 1024;
    private static final String ATTACHMENTS = "attachments/";
    private static final Set<String> REQUIRED = Set.of(ApplicationReader.FILE, FORM, ManifestReader.SIGNATURE);
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    /**
     * What a package says and what is wrong with it.
     *
     * @param filled complete when there are no errors
     */
    record Reading(Manifest manifest, ApplicationReader.@Nullable Filled filled, ManifestReader.@Nullable Signature signature,
            List<String> attachments,
            List<FieldError> errors) {

        /** The same application of the same moment, whatever files came with it. */
        boolean saysTheSameAs(Reading other) {
            return filled != null && filled.equals(other.filled) && Objects.equals(signature, other.signature)
                    && manifest.arrival().map(OffsetDateTime::toInstant).equals(other.manifest.arrival().map(OffsetDateTime::toInstant));
        }
    }

    private final BusinessDate businessDate;
    private final Clock clock;

    PackageReader(BusinessDate businessDate, Clock clock) {
        this.businessDate = businessDate;
        this.clock = clock;
    }

    Reading read(Way way, byte[] original, Municipality tenant) {
        return switch (way) {
            case API, PORTAL -> read(original, tenant);
            case IMPORT -> row(TableRow.of(original), tenant);
        };
    }

    /** The 受付番号 of the manifest, if there is one to read. */
    static Optional<String> numberOf(byte[] zip) {
        var findings = new Findings();
        byte[] manifest = text(ZipContent.read(zip, findings), ManifestReader.MANIFEST, findings);
        return Optional.ofNullable(manifest).map(new ManifestReader(findings)::manifest).map(Manifest::uketsukeBango);
    }

    Reading read(byte[] zip, Municipality tenant) {
        var findings = new Findings();
        Map<String, byte[]> entries = ZipContent.read(zip, findings);
        if (!findings.none()) {
            return new Reading(Manifest.NONE, null, null, List.of(), findings.all());
        }
        var json = new ManifestReader(findings);
        byte[] manifestFile = text(entries, ManifestReader.MANIFEST, findings);
        if (manifestFile == null) {
            if (findings.none()) {
                findings.add("/" + ManifestReader.MANIFEST, "REQUIRED", "manifest.json がありません。入れて作成し直してください。");
            }
            return new Reading(Manifest.NONE, null, null, List.of(), findings.all());
        }
        Manifest manifest = json.manifest(manifestFile);
        judge(manifest, tenant, findings);
        if (!manifest.equals(Manifest.NONE)) {
            compare(manifest, entries, findings);
        }
        kinds(entries, findings);
        byte[] form = text(entries, ApplicationReader.FILE, findings);
        byte[] signature = text(entries, ManifestReader.SIGNATURE, findings);
        ApplicationReader.Filled filled = form == null ? null : new ApplicationReader(findings, arrived(manifest)).read(form);
        compare(manifest, filled, findings);
        return new Reading(manifest, filled,
                signature == null ? null : json.signature(signature),
                entries.keySet().stream().filter(name -> name.startsWith(ATTACHMENTS)).toList(),
                findings.all());
    }

    /** The same judgement of the same items, which stand in the cells of a row; findings point to its columns. */
    private Reading row(TableRow row, Municipality tenant) {
        var findings = new Findings();
        if (!row.isWhole()) {
            findings.add("", "CELLS", "列の数が見出しの行と異なります。");
            return new Reading(Manifest.NONE, null, null, List.of(), findings.all());
        }
        var json = new ManifestReader(findings);
        Manifest manifest = json.manifest(row.manifest(tenant));
        judge(manifest, tenant, findings);
        ManifestReader.Signature signature = json.signature(row.signature());
        ApplicationReader.Form form = ApplicationReader.Form.of(manifest.procedure());
        ApplicationReader.Filled filled = form == null
                ? null
                : new ApplicationReader(findings, arrived(manifest)).read(form, row.form(form, findings));
        return new Reading(manifest, filled, signature, List.of(), row.columns(findings.all()));
    }

    private LocalDate arrived(Manifest manifest) {
        return manifest.arrival().map(PackageReader::day).orElseGet(businessDate::today);
    }

    private static byte @Nullable [] text(Map<String, byte[]> entries, String name, Findings findings) {
        byte[] content = entries.get(name);
        if (content == null || content.length <= MOST_TEXT) {
            return content;
        }
        findings.add("/" + name, "TOO_LARGE", name + " は256KBまでにしてください。");
        return null;
    }

    private void judge(Manifest manifest, Municipality tenant, Findings findings) {
        if (manifest.municipalityCode() != null && !manifest.municipalityCode().equals(tenant.code())) {
            findings.add("/manifest.json/municipalityCode", "WRONG_MUNICIPALITY", "提出先の市区町村が異なります。");
        }
        if (manifest.procedure() != null && !PROCEDURES.contains(manifest.procedure())) {
            findings.add("/manifest.json/procedure", "UNKNOWN_PROCEDURE", "受け付けていない手続です。");
        }
        manifest.arrival().ifPresent(arrivedAt -> {
            LocalDate today = businessDate.today();
            LocalDate arrived = day(arrivedAt);
            boolean liveClock = today.equals(LocalDate.ofInstant(clock.instant(), JAPAN));
            if (arrived.isAfter(today) || (liveClock && arrivedAt.toInstant().isAfter(clock.instant().plus(SKEW)))) {
                findings.add("/manifest.json/arrivedAt", "IMPOSSIBLE", "到達日時が未来になっています。");
            } else if (arrived.isBefore(today.minusDays(OLDEST_DAYS))) {
                findings.add("/manifest.json/arrivedAt", "TOO_OLD", "到達から60日を過ぎています。窓口に確認してください。");
            }
        });
    }

    /** Which form it is says the form itself; a manifest that says otherwise would bring it to another office. */
    private static void compare(Manifest manifest, ApplicationReader.@Nullable Filled filled, Findings findings) {
        String procedure = manifest.procedure();
        boolean known = procedure != null && PROCEDURES.contains(procedure);
        if (filled != null && known && !filled.form().procedure().getValue().equals(procedure)) {
            findings.add("/manifest.json/procedure", "ANOTHER_FORM", "手続と申請様式（application.xml）が一致しません。");
        }
    }

    /** The manifest must tell the truth: every entry is listed with its length and hash, and nothing else is. */
    private static void compare(Manifest manifest, Map<String, byte[]> entries, Findings findings) {
        Map<String, Manifest.Listed> listed = new HashMap<>();
        for (Manifest.Listed file : manifest.files()) {
            if (listed.put(file.name(), file) != null) {
                findings.add("/manifest.json/files", "REPEATED", "一覧に同じファイルが2回あります。");
            }
        }
        Set<String> names = new TreeSet<>(listed.keySet());
        names.addAll(entries.keySet());
        names.addAll(REQUIRED);
        names.remove(ManifestReader.MANIFEST);
        if (listed.containsKey(ManifestReader.MANIFEST)) {
            findings.add("/manifest.json/files", "INVALID", "manifest.json 自身は一覧に入れないでください。");
        }
        for (String name : names) {
            byte[] content = entries.get(name);
            Manifest.Listed file = listed.get(name);
            String pointer = REQUIRED.contains(name) ? "/" + name : "/manifest.json/files";
            if (content == null) {
                findings.add(pointer, "MISSING_FILE", REQUIRED.contains(name) ? name + " がありません。入れて作成し直してください。" : "一覧にあるファイルがZIPの中にありません。");
            } else if (file == null) {
                findings.add(pointer, "UNLISTED_FILE", "一覧にないファイルがZIPの中にあります。");
            } else if (file.bytes() != content.length || !file.sha256().equals(sha256(content))) {
                findings.add(pointer, "HASH_MISMATCH", "ファイルの内容が一覧のハッシュ値または長さと一致しません。");
            }
        }
    }

    private static void kinds(Map<String, byte[]> entries, Findings findings) {
        entries.forEach((name, content) -> {
            ContentScan.check(name.startsWith(ATTACHMENTS) ? "/attachments" : "/" + name, content, findings);
            boolean attachment = name.startsWith(ATTACHMENTS);
            if (attachment || name.equals(FORM)) {
                if ((attachment && !name.endsWith(".pdf")) || !startsAsPdf(content)) {
                    findings.add(attachment ? "/attachments" : "/" + FORM, "NOT_A_PDF", "PDFファイルではありません。PDFにして入れてください。");
                }
            } else if (!REQUIRED.contains(name) && !name.equals(ManifestReader.MANIFEST)) {
                findings.add("/manifest.json/files", "UNKNOWN_FILE", "様式にないファイルが含まれています。添付は attachments に入れてください。");
            }
        });
    }

    private static boolean startsAsPdf(byte[] content) {
        for (int i = 0; i < PDF.length; i++) {
            if (i >= content.length || content[i] != PDF[i]) {
                return false;
            }
        }
        return true;
    }

    private static LocalDate day(OffsetDateTime time) {
        return LocalDate.ofInstant(time.toInstant(), JAPAN);
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
