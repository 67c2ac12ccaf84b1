package jp.todoke.benefits.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import jp.todoke.api.benefits.model.TaxFeed;
import jp.todoke.api.benefits.model.TaxRow;
import jp.todoke.benefits.people.TaxMapper.TaxVersionRow;
import jp.todoke.benefits.taxes.TaxDetail;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** 庁内の税情報, kept as versions like the people. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class TaxRegister {
    private static final String DETAIL = "tax-detail";

    private final TaxMapper mapper;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;

    TaxRegister(TaxMapper mapper, Sealer sealer, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** Returns how many rows changed. */
    int takeOver(TaxFeed feed) {
        Instant now = clock.instant();
        int changed = 0;
        for (TaxRow row : feed.getRows()) {
            Optional<TaxVersionRow> before = mapper.current(row.getAtenabango(), feed.getYear());
            TaxDetail detail = row.getDetail() == null ? null : json.convertValue(row.getDetail(), TaxDetail.class);
            boolean same = before.isPresent() && before.get().declared() == row.getDeclared()
                    && Objects.equals(before.get().totalIncomeYen(), row.getTotalIncomeYen())
                    && Objects.equals(detail(before.get()), detail);
            if (!same) {
                Sealed sealed = detail == null ? null : sealer.seal(DETAIL, json.writeValueAsString(detail));
                mapper.addVersion(new TaxVersionRow(
                        row.getAtenabango(), feed.getYear(), row.getDeclared(), row.getTotalIncomeYen(),
                        sealed == null ? null : sealed.cipher(), sealed == null ? null : sealed.keyId(), now));
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
        return income == null ? new TaxRecord.Undeclared() : new TaxRecord.Declared(income, detail(row.get()));
    }

    private @Nullable TaxDetail detail(TaxVersionRow row) {
        byte[] cipher = row.detailCipher();
        String keyId = row.detailKeyId();
        return cipher == null || keyId == null
                ? null
                : json.readValue(sealer.openText(DETAIL, new Sealed(keyId, cipher)), TaxDetail.class);
    }
}
