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

    /** The kinds of facts, each with the type of its value and the 要件 it proves. */
    enum Kind {
        RESIDENCE(FactValue.Residence.class, "市区町村の区域内に住所を有すること（児童手当法第4条第1項）"),
        CHILD_RESIDENCE(FactValue.ChildResidence.class, "児童が日本国内に住所を有すること（児童手当法第3条第1項）"),
        INCOME(FactValue.Income.class, "生計を維持する程度の高い者であること（児童手当法第4条第3項）"),
        ACCOUNT(FactValue.Account.class, "請求者本人名義の振込先であること"),
        PUBLIC_SERVANT(FactValue.PublicServant.class, "公務員でないこと（児童手当法第17条第1項）"),
        CARE(FactValue.Care.class, "児童を監護し、かつ、生計を同じくすること（児童手当法第4条第1項第1号）"),
        COUNTED_SIBLING(FactValue.CountedSibling.class, "監護に相当する世話等をし、生計費を負担していること（児童手当法第6条第2項）"),
        SPOUSE(FactValue.Spouse.class, "ほかに支給要件を満たす父母等の有無（児童手当法第4条第2項・第3項）");

        private final Class<? extends FactValue> type;
        private final String condition;

        Kind(Class<? extends FactValue> type, String condition) {
            this.type = type;
            this.condition = condition;
        }

        Class<? extends FactValue> type() {
            return type;
        }

        String condition() {
            return condition;
        }
    }

    enum Source {
        APPLICANT("申請者"),
        OWN_REGISTER("住民記録"),
        OWN_TAX_FEED("税情報（庁内）"),
        JUKI("住民基本台帳ネットワーク"),
        CHUKAN("情報提供ネットワーク");

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
