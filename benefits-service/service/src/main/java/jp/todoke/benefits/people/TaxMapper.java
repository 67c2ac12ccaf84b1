package jp.todoke.benefits.people;

import java.time.Instant;
import java.util.Optional;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface TaxMapper {
    Optional<TaxVersionRow> current(@Param("atenabango") String atenabango, @Param("taxYear") int taxYear);

    void addVersion(TaxVersionRow row);

    record TaxVersionRow(String atenabango, int taxYear, boolean declared, @Nullable Long totalIncomeYen, byte @Nullable [] detailCipher,
            @Nullable String detailKeyId, Instant recordedAt) {
        @Override
        public String toString() {
            return "TaxVersionRow[" + taxYear + "]";
        }
    }
}
