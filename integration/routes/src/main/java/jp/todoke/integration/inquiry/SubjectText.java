package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.api.linkage.model.Subject;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** 基本4情報 of the person asked about, or the account, as they are kept: encrypted, bound to their inquiry. */
@Component
class SubjectText {

    record Person(@Nullable String name, @Nullable LocalDate birthDate, Inquiry.@Nullable Particulars particulars,
            Information.@Nullable Account account) {

        static Person of(InquiryRequested asked) {
            Subject subject = asked.getSubject();
            return new Person(subject.getName(), subject.getBirthDate(), particulars(subject), account(asked.getAccount()));
        }

        /** Whether what the kind sends is there; the others are asked by 宛名番号. */
        boolean completeFor(InformationKind kind) {
            return switch (kind) {
                case IDENTITY -> name != null && birthDate != null;
                case NUMBERING -> particulars != null;
                case ACCOUNT_CHECK -> account != null;
                default -> true;
            };
        }

        private static Inquiry.@Nullable Particulars particulars(Subject subject) {
            return subject.getName() == null || subject.getBirthDate() == null || subject.getSex() == null || subject.getAddress() == null
                    || subject.getAddressMunicipalityCode() == null
                            ? null
                            : new Inquiry.Particulars(subject.getName(), subject.getKana(), subject.getBirthDate(),
                                    subject.getSex().getValue(), subject.getAddress(), subject.getAddressMunicipalityCode(),
                                    !Boolean.FALSE.equals(subject.getFromJuki()));
        }

        private static Information.@Nullable Account account(@Nullable BankAccount account) {
            return account == null
                    ? null
                    : new Information.Account(account.getBankCode(), account.getBranchCode(), account.getAccountType().getValue(),
                            account.getAccountNumber(), account.getHolderKana(), account.getRegisteredOn());
        }

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

    /** Equal for equal texts, and tells nothing of them to whoever lacks the key. */
    String mark(String text) {
        return sealer.mark("line", text);
    }

    private static String place(UUID inquiryId) {
        return "inquiry/" + inquiryId;
    }
}
