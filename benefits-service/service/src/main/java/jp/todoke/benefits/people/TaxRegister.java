package jp.todoke.benefits.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.todoke.api.benefits.model.TaxFeed;
import jp.todoke.api.benefits.model.TaxRow;
import jp.todoke.benefits.people.TaxMapper.TaxVersionRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 庁内の税情報, kept as versions like the people. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaxRegister {
    private final TaxMapper mapper;
    private final Clock clock;

    TaxRegister(TaxMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Returns how many rows changed. */
    int takeOver(TaxFeed feed) {
        Instant now = clock.instant();
        int changed = 0;
        for (TaxRow row : feed.getRows()) {
            Optional<TaxVersionRow> before = mapper.current(row.getAtenabango(), feed.getYear());
            boolean same = before.isPresent() && before.get().declared() == row.getDeclared()
                    && Objects.equals(before.get().totalIncomeYen(), row.getTotalIncomeYen());
            if (!same) {
                mapper.addVersion(new TaxVersionRow(row.getAtenabango(), feed.getYear(), row.getDeclared(), row.getTotalIncomeYen(), now));
                changed++;
            }
        }
        return changed;
    }

    public TaxRecord of(String atenabango, int taxYear) {
        Optional<TaxVersionRow> row = mapper.current(atenabango, taxYear);
        if (row.isEmpty()) {
            return new TaxRecord.Absent();
        }
        Long income = row.get().totalIncomeYen();
        return income == null ? new TaxRecord.Undeclared() : new TaxRecord.Declared(income);
    }
}
