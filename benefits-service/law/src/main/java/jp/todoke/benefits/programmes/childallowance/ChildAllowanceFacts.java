package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.CauseKind;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Plain;
import jp.todoke.benefits.law.Stay;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules of 児童手当 may look at, and nothing else. Ids are the caller's and carry no meaning here. Periods of days are
 * half-open: {@code until} is the first day on which it no longer holds.
 */
public record ChildAllowanceFacts(
        Claimant claimant,
        List<Claim> claims,
        List<Child> children,
        List<CountedSibling> countedSiblings,
        List<Ending> endings,
        OfficeCalendar office) {

    public ChildAllowanceFacts {
        claims = List.copyOf(claims);
        children = List.copyOf(children);
        countedSiblings = List.copyOf(countedSiblings);
        endings = List.copyOf(endings);
    }

    /** 受給資格者の種類（第4条第1項各号）; the last two are paid a flat rate and not asked about 第4条第3項. */
    public enum ClaimantKind {
        PARENT,
        GUARDIAN,
        CORPORATE_GUARDIAN,
        INSTITUTION
    }

    /**
     * 請求者. Supplied: 公務員 by the claimant and the pension answer, 住所 by the resident register, 生計中心者 and the incomes by the tax
     * answers; incomes are asked for by months before 2024-10 only.
     */
    public record Claimant(
            String id,
            ClaimantKind kind,
            Fact<Boolean> publicServant,
            Fact<Boolean> residesHere,
            Fact<PriorityStanding> priority,
            List<Income> incomes) {
        public Claimant {
            incomes = List.copyOf(incomes);
        }

        public Claimant(
                String id,
                ClaimantKind kind,
                Fact<Boolean> publicServant,
                Fact<Boolean> residesHere,
                Fact<PriorityStanding> priority) {
            this(id, kind, publicServant, residesHere, priority, List.of());
        }

        public Claimant(String id, Fact<Boolean> publicServant, Fact<Boolean> residesHere, Fact<PriorityStanding> priority) {
            this(id, ClaimantKind.PARENT, publicServant, residesHere, priority);
        }

        boolean isCorporate() {
            return kind == ClaimantKind.CORPORATE_GUARDIAN;
        }

        /** 第6条第1項第2号・第3号: no third-child rate, no counting. */
        boolean isPaidFlat() {
            return kind == ClaimantKind.CORPORATE_GUARDIAN || kind == ClaimantKind.INSTITUTION;
        }
    }

    /** 児童. Supplied by the resident register; {@code facility} is 施設入所等（第3条第3項）; {@code caredFor} (監護・生計同一) by the applicant, for a child elsewhere by an officer. */
    public record Child(
            String id,
            LocalDate birthDate,
            LocalDate careFrom,
            @Nullable LocalDate careUntil,
            Fact<Boolean> caredFor,
            Fact<Boolean> livesInJapan,
            List<Stay> facility) {
        public Child {
            facility = List.copyOf(facility);
        }

        /** A child cared for since birth. */
        public static Child sinceBirth(String id, LocalDate birthDate, Fact<Boolean> caredFor, Fact<Boolean> livesInJapan) {
            return new Child(id, birthDate, birthDate, null, caredFor, livesInJapan, List.of());
        }
    }

    /** 第三子以降算定額算定対象者. Supplied by the 確認書; {@code supported} is unknown where it and the facts on file disagree. */
    public record CountedSibling(
            String id,
            LocalDate birthDate,
            LocalDate declaredOn,
            LocalDate from,
            @Nullable LocalDate until,
            Fact<Boolean> supported) {
        public CountedSibling(String id, LocalDate birthDate, LocalDate declaredOn, LocalDate from, @Nullable LocalDate until) {
            this(id, birthDate, declaredOn, from, until, Fact.known(true, "確認書"));
        }
    }

    public enum EndingKind {
        MOVED_OUT,
        CLAIMANT_DIED,
        BECAME_PUBLIC_SERVANT,
        CARE_ENDED,
        CHILD_DIED
    }

    /** 支給事由の消滅. {@code on} is the day of the event, whenever notified; without children the whole entitlement ends. */
    public record Ending(EndingKind kind, LocalDate on, List<String> children) {
        public Ending {
            children = List.copyOf(children);
        }

        public Ending(EndingKind kind, LocalDate on) {
            this(kind, on, List.of());
        }

        boolean concerns(String childId) {
            return children.isEmpty() || children.contains(childId);
        }
    }

    /** Plain maps, lists, texts, numbers and booleans, to be stored with the decision. */
    public Map<String, Object> toMap() {
        return FactsDocument.write(this);
    }

    /** What {@link #toMap()} wrote, read back. */
    public static ChildAllowanceFacts fromMap(Map<String, Object> document) {
        return FactsDocument.read(document);
    }
}
