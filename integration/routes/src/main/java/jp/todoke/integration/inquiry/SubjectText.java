package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
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

    private final Sealer sealer;
    private final JsonMapper json;

    SubjectText(Sealer sealer, JsonMapper json) {
        this.sealer = sealer;
        this.json = json;
    }

    Sealed seal(Person person, UUID inquiryId) {
        return sealer.seal(place(inquiryId), json.writeValueAsBytes(person));
    }

    Person open(InquiryRow row) {
        byte[] plain = sealer.open(place(row.inquiryId()), new Sealed(row.subjectKeyId(), row.subjectSealed()));
        return json.readValue(plain, Person.class);
    }

    private static String place(UUID inquiryId) {
        return "inquiry/" + inquiryId;
    }
}
