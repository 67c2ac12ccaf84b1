package jp.todoke.integration.records;

import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

/** The records of the current tenant. */
@Mapper
interface ProvisionRecordMapper {
    int add(@Param("municipalityCode") String municipalityCode, @Param("entry") ProvisionRecord entry);
}
