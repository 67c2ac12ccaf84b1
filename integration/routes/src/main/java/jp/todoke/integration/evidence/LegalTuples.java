package jp.todoke.integration.evidence;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The 照合リスト that is looked up before anything leaves: a question that no row permits on the day is never sent. A row that
 * names no institution permits the body that answers for a place, the others only the institution that they name.
 */
@Component
public class LegalTuples {
    private static final String MUNICIPALITY = "MUNICIPALITY";

    private record Row(Applicable applicable, Map<String, String> cells) {
        static Row of(Map<String, String> cells) {
            return new Row(Applicable.of(cells), cells);
        }

        boolean fits(LocalDate day, String procedure) {
            return applicable.on(day) && cells.get("asker_kind").equals(MUNICIPALITY) && cells.get("procedure").equals(procedure);
        }

        boolean isAbout(String tmCd) {
            return cells.get("tm_cd").equals(tmCd);
        }

        /** Which body of the place is asked; absent: one institution for all. */
        Optional<ProviderKind> bodyOfPlace() {
            return ProviderKind.of(cells.get("provider_kind"));
        }
    }

    private final Institutions institutions;
    private final List<Row> inquiries = CodeList.read("/specs/codes/legal-tuples/inquiry-tuples.csv").stream().map(Row::of).toList();
    private final List<Row> searches = CodeList.read("/specs/codes/legal-tuples/juki-purposes.csv").stream().map(Row::of).toList();

    LegalTuples(Institutions institutions) {
        this.institutions = institutions;
    }

    /**
     * @param place the municipality of which the question is; absent where the list names one institution
     */
    public Optional<LegalTuple> permitting(LocalDate day, Municipality asker, String procedure, String tmCd, @Nullable Municipality place) {
        return rows(day, procedure, tmCd).filter(row -> row.bodyOfPlace().isPresent() == (place != null)).findFirst()
                .map(row -> tuple(row, asker, place, day));
    }

    /** Whether the question may be asked at all, of some body. */
    public boolean listed(LocalDate day, String procedure, String tmCd) {
        return rows(day, procedure, tmCd).findAny().isPresent();
    }

    private Stream<Row> rows(LocalDate day, String procedure, String tmCd) {
        return inquiries.stream().filter(row -> row.fits(day, procedure) && row.isAbout(tmCd));
    }

    public Optional<JukiPurpose> permittingSearch(LocalDate day, Municipality asker, String procedure) {
        return searches.stream().filter(row -> row.fits(day, procedure)).findFirst().map(row -> new JukiPurpose(institutions.kikanCd(asker),
                row.cells().get("purpose"), row.cells().get("legal_basis"), row.cells().get("source_mark")));
    }

    private LegalTuple tuple(Row row, Municipality asker, @Nullable Municipality place, LocalDate day) {
        Map<String, String> cells = row.cells();
        String providerKikanCd = place == null
                ? cells.get("provider_kikan_cd")
                : institutions.answering(row.bodyOfPlace().orElseThrow(), place, day);
        return new LegalTuple(institutions.kikanCd(asker), cells.get("jimu_cd"), cells.get("jimutetsuzuki_cd"), providerKikanCd,
                cells.get("tm_cd"), cells.get("legal_basis"), cells.get("source_mark"));
    }
}
