package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 氏名 and 生年月日 of the person asked about, as they are kept: encrypted, bound to their inquiry. */
@Component
class SubjectText {

    record Person(@Nullable String name, @Nullable LocalDate birthDate) {
        @Override
        public String toString() {
            return "Person";
        }
    }

    record Sealed(byte[] text, String keyId) {}

    private final Sealer sealer;
    private final JsonMapper json;

    SubjectText(Sealer sealer, JsonMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    Sealed seal(Person person, String municipalityCode, UUID inquiryId) {
        return new Sealed(sealer.seal(json.writeValueAsBytes(person), place(municipalityCode, inquiryId)), sealer.keyId());
    }

    Person open(InquiryRow row) {
        byte[] plain = sealer.open(row.subjectSealed(), row.subjectKeyId(), place(row.municipalityCode(), row.inquiryId()));
        return json.readValue(plain, Person.class);
    }

    private static String place(String municipalityCode, UUID inquiryId) {
        return municipalityCode + "/inquiry/" + inquiryId;
    }
}
