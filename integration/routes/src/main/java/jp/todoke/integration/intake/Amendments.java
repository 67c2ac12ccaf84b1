package jp.todoke.integration.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.Applicant;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * 補正: an application that names the one it amends. It joins the case of that one if it is of the same applicant and procedure; if nothing was
 * accepted under that number, because it was 差戻し or handed in at the counter, it opens a case of its own.
 */
@Component
class Amendments {
    private final IntakeMapper rows;
    private final PackageReader reader;

    Amendments(IntakeMapper rows, PackageReader reader) {
        this.rows = rows;
        this.reader = reader;
    }

    /** The accepted package whose case is joined; what forbids it is added to the errors. */
    @Nullable
    UUID amendedBy(PackageReader.Reading amending, String pointer, List<FieldError> errors) {
        String amends = amending.manifest().amends();
        PackageRow first = amends == null ? null : rows.acceptedWithNumber(amends);
        if (amends == null || first == null) {
            return null;
        }
        PackageReader.Reading amended = reader.read(Way.valueOf(first.way()), original(first), Tenant.current());
        if (!applicant(amended).equals(applicant(amending))) {
            errors.add(new FieldError(pointer, "ANOTHER_APPLICANT", "補正の対象の申請は、申請者が異なります。受付番号を確認してください。"));
        }
        if (!procedure(amended).equals(procedure(amending))) {
            errors.add(new FieldError(pointer, "ANOTHER_FORM", "補正の対象の申請は、手続が異なります。受付番号を確認してください。"));
        }
        return first.amendsPackageId() == null ? first.packageId() : first.amendsPackageId();
    }

    private byte[] original(PackageRow row) {
        IntakeMapper.Original kept = rows.original(row.packageId());
        if (kept == null) {
            throw new IllegalStateException("package " + row.packageId() + " has no original");
        }
        return kept.original();
    }

    /** Name, whatever blank parts it, and birth date: a certificate is renewed, and its serial number with it. */
    private static String applicant(PackageReader.Reading reading) {
        Applicant applicant = filled(reading).application().getApplicant();
        return applicant.getName().replaceAll("[\\s\\u3000]", "") + applicant.getBirthDate();
    }

    private static Object procedure(PackageReader.Reading reading) {
        return filled(reading).form();
    }

    private static ApplicationReader.Filled filled(PackageReader.Reading reading) {
        return Optional.ofNullable(reading.filled()).orElseThrow(() -> new IllegalStateException("an accepted package has no form"));
    }
}
