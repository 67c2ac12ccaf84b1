package jp.todoke.channel;

import java.time.Instant;
import org.apache.ibatis.annotations.Param;

/** Stored answers of commands of all tenants, with the dispatch role: it sees their age, and only of those to be deleted. */
interface OldAnswerMapper {
    int deleteBefore(@Param("instant") Instant instant);
}
