package jp.todoke.integration.records;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The records of the current tenant. */
@Mapper
interface ProvisionRecordMapper {
    /** @param entries JSON array of {@link ProvisionRecord} */
    int add(@Param("municipalityCode") String municipalityCode, @Param("entries") String entries);
}
