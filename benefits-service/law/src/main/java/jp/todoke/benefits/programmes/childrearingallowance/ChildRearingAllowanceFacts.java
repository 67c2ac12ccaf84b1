package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * Everything the rules of 児童扶養手当 may look at, and nothing else. Ids are the caller's and carry no meaning here. Periods of days are
 * half-open: {@code until} is the first day on which it no longer holds.
 */
public record ChildRearingAllowanceFacts(
        Claimant claimant,
        List<Claim> claims,
        List<Child> children,
        List<Ending> endings,
        List<Supporter> supporters,
        Pensions pensions,
        OfficeCalendar office) {

    public ChildRearingAllowanceFacts {
        claims = List.copyOf(claims);
        children = List.copyOf(children);
        endings = List.copyOf(endings);
        supporters = List.copyOf(supporters);
    }

    /** 受給資格者の種類（第4条第1項各号）; 孤児等の養育者 is measured against the limit of supporters and knows no 一部支給（第9条の2）. */
    public enum ClaimantKind {
        MOTHER,
        FATHER,
        CARER,
        CARER_OF_ORPHAN;

        boolean isParent() {
            return this == MOTHER || this == FATHER;
        }
    }

    /** 請求者. Supplied: 住所 by the resident register, incomes by the tax answers, {@code exemptions} by the claimant's filings. */
    public record Claimant(
            String id, ClaimantKind kind, Fact<Boolean> residesHere, List<Income> incomes, List<Exemption> exemptions) {
        public Claimant {
            incomes = List.copyOf(incomes);
            exemptions = List.copyOf(exemptions);
        }
    }

    /** 一部支給停止適用除外事由届出書（第13条の3第2項）: no effect before the month it was filed in. */
    public record Exemption(LocalDate filedOn, Stay valid) {}

    /**
     * 児童. Supplied by the resident register; {@code qualifyingEventOn} (支給要件に該当した日: 離婚, 死亡 …) by the family register;
     * {@code disability} (施行令別表第一の障害の状態) by the diagnosis an officer accepted.
     */
    public record Child(
            String id, LocalDate birthDate, Fact<LocalDate> qualifyingEventOn, Care care, List<Stay> disability,
            Fact<Boolean> livesInJapan) {
        public Child {
            disability = List.copyOf(disability);
        }
    }

    /** 監護（父は生計同一、養育者は同居・生計維持を含む） with its days, and the stays in a facility or with 里親. Supplied by the claimant. */
    public record Care(Fact<Boolean> given, LocalDate from, @Nullable LocalDate until, List<Stay> facility) {
        public Care {
            facility = List.copyOf(facility);
        }
    }

    /** {@code MOVED_OUT}: another 支給機関 pays from the month after the move, without a new certification. */
    public enum EndingKind {
        MOVED_OUT,
        CLAIMANT_DIED,
        REMARRIED,
        CARE_ENDED
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

    public enum SupporterRelation {
        SPOUSE,
        SUPPORTER
    }

    /** 配偶者・扶養義務者（第10条・第11条）. Supplied: living together by the resident register, incomes by the tax answers. */
    public record Supporter(String id, SupporterRelation relation, Stay livesTogether, List<Income> incomes) {
        public Supporter {
            incomes = List.copyOf(incomes);
        }
    }

    /** 公的年金給付等（第13条の2）: the claimant's own, unknown until the pension body has answered, and those in respect of a child. */
    public record Pensions(Fact<List<OwnPension>> own, List<ChildPension> ofChildren) {
        public static final Pensions NONE = new Pensions(Fact.none("年金給付関係情報"), List.of());

        public Pensions {
            ofChildren = List.copyOf(ofChildren);
        }
    }

    public enum PensionKind {
        OTHER_PUBLIC_PENSION,
        DISABILITY_BASIC
    }

    /** {@code annual} includes the 子の加算; {@code childAdditions} has one annual amount per child of the month, zero where there is none. */
    public record OwnPension(PensionKind kind, Stay period, Yen annual, List<Yen> childAdditions) {
        public OwnPension {
            childAdditions = List.copyOf(childAdditions);
        }
    }

    /** A pension the child receives, or the addition counted for it in the other parent's pension; {@code annual} is a yearly amount. */
    public record ChildPension(String childId, Stay period, Yen annual) {}

    /** Plain maps, lists, texts, numbers and booleans, to be stored with the decision. */
    public Map<String, Object> toMap() {
        return FactsDocument.write(this);
    }

    /** What {@link #toMap()} wrote, read back. */
    public static ChildRearingAllowanceFacts fromMap(Map<String, Object> document) {
        return FactsDocument.read(document);
    }
}
