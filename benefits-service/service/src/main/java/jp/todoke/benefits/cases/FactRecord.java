package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 事実 — what a source says about a participant: the period it is about, when we came to know it, and who confirmed it.
 *
 * @param validUntil first day after the period; absent while it runs
 */
record FactRecord(
        UUID factId,
        UUID participantId,
        Kind kind,
        Source source,
        @Nullable UUID questionId,
        FactValue value,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        Instant recordedAt,
        boolean superseded,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt) {

    /** The kinds of facts, each with the type of its value; which 要件 one proves, the programme says. */
    enum Kind {
        RESIDENCE(FactValue.Residence.class),
        CHILD_RESIDENCE(FactValue.ChildResidence.class),
        INCOME(FactValue.Income.class),
        ACCOUNT(FactValue.Account.class),
        PUBLIC_SERVANT(FactValue.PublicServant.class),
        CARE(FactValue.Care.class),
        COUNTED_SIBLING(FactValue.CountedSibling.class),
        SPOUSE(FactValue.Spouse.class),
        QUALIFYING_EVENT(FactValue.QualifyingEvent.class),
        PENSION(FactValue.Pensions.class),
        CHILD_SUPPORT(FactValue.ChildSupport.class),
        SUPPORTER(FactValue.Supporter.class),
        RESIDENT_RECORD(FactValue.ResidentRecord.class),
        EMPLOYEE_CLASS(FactValue.EmployeeClass.class),
        FORMER_ALLOWANCE(FactValue.OtherAllowance.class),
        DISABILITY_CERTIFICATE(FactValue.DisabilityCertificates.class),
        SPECIAL_CHILD_REARING_ALLOWANCE(FactValue.OtherAllowance.class),
        PUBLIC_ASSISTANCE(FactValue.PublicAssistance.class),
        ACCOUNT_CHECK(FactValue.AccountCheck.class);

        private final Class<? extends FactValue> type;

        Kind(Class<? extends FactValue> type) {
            this.type = type;
        }

        Class<? extends FactValue> type() {
            return type;
        }
    }

    enum Source {
        APPLICANT("申請者"),
        OWN_REGISTER("住民記録"),
        OWN_TAX_FEED("税情報（庁内）"),
        JUKI("住民基本台帳ネットワーク"),
        CHUKAN("情報提供ネットワーク"),
        BANK("金融機関");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        /** Who says so, as the trace of a decision names it. */
        String label() {
            return label;
        }
    }

    enum State {
        PROPOSED,
        CONFIRMED,
        SUPERSEDED
    }

    State state() {
        if (superseded) {
            return State.SUPERSEDED;
        }
        return confirmedBy == null ? State.PROPOSED : State.CONFIRMED;
    }

    boolean isConfirmed() {
        return state() == State.CONFIRMED;
    }
}
