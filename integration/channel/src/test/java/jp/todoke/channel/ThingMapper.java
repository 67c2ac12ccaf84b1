package jp.todoke.channel;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface ThingMapper {
    record Thing(UUID id, String name, long version) {}

    Thing add(@Param("municipalityCode") String municipalityCode, @Param("name") String name);

    Thing find(@Param("id") UUID id);

    List<String> names();

    int rename(@Param("id") UUID id, @Param("name") String name);
}
