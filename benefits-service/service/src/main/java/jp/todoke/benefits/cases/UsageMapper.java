package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface UsageMapper {
    /** By programme and kind, of the cases received in these days. */
    List<UsageRow> between(@Param("from") LocalDate from, @Param("to") LocalDate to);

    /** Cases: {@code needed} could have asked, {@code confirmed} rest on a confirmed answer. */
    record UsageRow(String programme, String kind, long needed, long asked, long provided, long confirmed) {}
}
