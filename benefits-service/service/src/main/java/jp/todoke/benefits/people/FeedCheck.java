package jp.todoke.benefits.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.api.benefits.model.Resident;
import jp.todoke.api.benefits.model.ResidentFeed;
import jp.todoke.api.benefits.model.TaxFeed;
import jp.todoke.api.benefits.model.TaxRow;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** What a schema cannot say of a feed. Fields that the schema refused are absent here, and nothing is said of them. */
final class FeedCheck {
    private final List<FieldError> errors = new ArrayList<>();

    private FeedCheck() {}

    /** Nobody is born, or moves in, after the day of which the register speaks; nobody leaves before coming. */
    static List<FieldError> of(ResidentFeed feed, LocalDate today) {
        var check = new FeedCheck();
        LocalDate asOf = feed.getAsOf();
        check.refuseLater(asOf, today, "/asOf", "基準日が未来の日付です。");
        List<Resident> residents = feed.getResidents() == null ? List.of() : feed.getResidents();
        for (int index = 0; index < residents.size(); index++) {
            Resident resident = residents.get(index);
            if (resident != null) {
                check.dates(resident, asOf, "/residents/" + index);
            }
        }
        return check.errors;
    }

    private void dates(Resident resident, @Nullable LocalDate asOf, String pointer) {
        refuseLater(resident.getBirthDate(), asOf, pointer + "/birthDate", "生年月日が基準日より後です。");
        refuseLater(resident.getResidentSince(), asOf, pointer + "/residentSince", "住民となった日が基準日より後です。");
        LocalDate since = resident.getResidentSince();
        LocalDate removed = resident.getRemovedOn();
        if (since != null && removed != null && removed.isBefore(since)) {
            errors.add(new FieldError(pointer + "/removedOn", "CONTRADICTS", "消除日が、住民となった日より前です。日付を確認してください。"));
        }
    }

    private void refuseLater(@Nullable LocalDate day, @Nullable LocalDate last, String pointer, String messageJa) {
        if (day != null && last != null && day.isAfter(last)) {
            errors.add(new FieldError(pointer, "IMPOSSIBLE", messageJa + "日付を確認してください。"));
        }
    }

    /** An income stands exactly where it was declared. */
    static List<FieldError> of(TaxFeed feed) {
        var check = new FeedCheck();
        List<TaxRow> rows = feed.getRows() == null ? List.of() : feed.getRows();
        for (int index = 0; index < rows.size(); index++) {
            TaxRow row = rows.get(index);
            if (row != null && row.getDeclared() != null) {
                check.income(row, row.getDeclared(), "/rows/" + index);
            }
        }
        return check.errors;
    }

    private void income(TaxRow row, boolean declared, String pointer) {
        if (declared != (row.getTotalIncomeYen() != null)) {
            errors.add(new FieldError(
                    pointer + "/totalIncomeYen", "CONTRADICTS", "申告済みの行には合計所得金額を記載し、未申告の行には記載しないでください。"));
        }
        if (!declared && row.getDetail() != null) {
            errors.add(new FieldError(pointer + "/detail", "CONTRADICTS", "未申告の行には所得・控除の内訳を記載しないでください。"));
        }
    }
}
