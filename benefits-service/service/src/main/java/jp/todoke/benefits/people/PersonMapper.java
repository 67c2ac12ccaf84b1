package jp.todoke.benefits.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PersonMapper {
    List<PersonRow> current(@Param("atenabango") Collection<String> atenabango);

    /** What the own register said last, also where 住基ネット knew better since. */
    List<PersonRow> lastOfRegister(@Param("atenabango") Collection<String> atenabango);

    List<PersonRow> signingWith(@Param("jpkiSerial") String jpkiSerial);

    List<PersonRow> named(@Param("nameKey") String nameKey, @Param("birthDate") LocalDate birthDate);

    List<PersonRow> household(@Param("householdNumber") String householdNumber);

    boolean householdIsProtected(@Param("householdNumber") String householdNumber);

    /** Everybody under 支援措置, or in a household under it, among these people and their households. */
    List<PersonRow> protectedAround(@Param("atenabango") Collection<String> atenabango);

    void addPerson(@Param("atenabango") String atenabango, @Param("kind") String kind, @Param("createdAt") Instant createdAt);

    void addVersion(PersonRow row);

    /** The columns of one version; the register's own record of a person. */
    record PersonRow(
            String atenabango,
            String source,
            @Nullable String householdNumber,
            @Nullable String relationship,
            @Nullable String fatherAtenabango,
            @Nullable String motherAtenabango,
            @Nullable String jpkiSerial,
            String name,
            String nameKey,
            @Nullable String kana,
            LocalDate birthDate,
            @Nullable String sex,
            @Nullable String address,
            @Nullable LocalDate residentSince,
            @Nullable String movedFrom,
            @Nullable String january1Municipality,
            @Nullable LocalDate removedOn,
            boolean supportMeasure,
            byte @Nullable [] kojinbangoCipher,
            @Nullable String kojinbangoKeyId,
            LocalDate validFrom,
            Instant recordedAt) {
        Person toPerson() {
            return new Person(
                    atenabango, Person.Source.valueOf(source), householdNumber, relationship, fatherAtenabango, motherAtenabango, name,
                    kana, birthDate,
                    address, residentSince, movedFrom, january1Municipality, removedOn, supportMeasure, validFrom);
        }

        /** 住登外: who the person is stays; the household and the stay here ended. */
        PersonRow movedTo(String newAddress, LocalDate since, Instant knownAt) {
            return new PersonRow(
                    atenabango, Person.Source.JUKI.name(), null, null, fatherAtenabango, motherAtenabango, jpkiSerial, name, nameKey, kana,
                    birthDate, sex, newAddress, null, null, null, removedOn, supportMeasure, kojinbangoCipher, kojinbangoKeyId, since,
                    knownAt);
        }

        @Override
        public String toString() {
            return "PersonRow[" + source + "]";
        }
    }
}
