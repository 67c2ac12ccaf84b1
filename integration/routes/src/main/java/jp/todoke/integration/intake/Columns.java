package jp.todoke.integration.intake;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;

/** The columns that a table of applications may have (docs/intake-import.md). */
public final class Columns {
    /** How a table is read, as a whole and row by row. */
    public static final CSVFormat FORMAT = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
    /** Without these no row could be told from another or brought to a case. */
    public static final List<String> REQUIRED = List.of("uketsukeBango", "procedure", "arrivedAt", "jpkiSerial", "signatureVerified",
            "signedAt",
            "applicant.name", "applicant.kana", "applicant.birthDate", "children.1.name", "children.1.birthDate",
            "children.1.livesTogether",
            "cause.kind");
    private static final Set<String> OF_PACKAGE = Set.of("uketsukeBango", "procedure", "arrivedAt", "amends", "jpkiSerial",
            "signatureVerified",
            "signedAt");
    private static final Set<String> OF_FORM = Set.of("applicant.name", "applicant.kana", "applicant.birthDate", "applicant.occupation",
            "spouse.name", "spouse.birthDate", "spouse.livesTogether", "cause.kind", "cause.on", "separation", "account.usePublicAccount",
            "account.bankCode", "account.branchCode", "account.type", "account.number", "account.holderKana", "relation", "ground",
            "groundOn",
            "childSupportYen", "publicPension");
    private static final Pattern REPEATED = Pattern.compile("children\\.([1-9]|[12][0-9]|30)\\.(name|birthDate|livesTogether)"
            + "|countedSiblings\\.([1-9]|[12][0-9]|30)\\.(name|birthDate|declaredOn)"
            + "|supporters\\.([1-9]|10)\\.(name|birthDate|relationship|livesTogetherSince)");

    private Columns() {}

    public static boolean isKnown(String column) {
        return OF_PACKAGE.contains(column) || isOfForm(column) || REPEATED.matcher(column).matches();
    }

    static boolean isOfForm(String column) {
        return OF_FORM.contains(column);
    }
}
