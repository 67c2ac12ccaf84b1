package jp.todoke.doubles.persons;

import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;

/** A row of persons.json: who exists nationally, and how inquiries about this person go. */
public record Person(String municipalityCode, String atenabango, @Nullable String kojinbango, @Nullable Fugo fugo,
        @Nullable Boolean manualAnswer,
        @Nullable ResultKind resultKind, @Nullable String scenario, @Nullable JukiRecord juki) {

    /** 符号: without it the network cannot name the person. */
    public enum Fugo {
        ACQUIRED,
        /** Comes some time after it was asked for, if there is a 個人番号. */
        NONE,
        /** Is asked for and never comes. */
        PENDING
    }

    PersonKey key() {
        return new PersonKey(municipalityCode, atenabango);
    }

    public boolean reachable() {
        return fugo == null || fugo == Fugo.ACQUIRED;
    }

    /** Whose 住民票 lies where the number is from; who is known by a number of 031 lives elsewhere. */
    public boolean isResident() {
        return juki == null || juki.juminhyoShikuchosonCd().equals(municipalityCode);
    }

    /** 自動応答不可: the provider's staff answer. */
    public boolean answeredByStaff() {
        return Boolean.TRUE.equals(manualAnswer);
    }

    public Scenario spoiltBy() {
        return Scenario.named(scenario);
    }

    void check() {
        key().check();
        Rows.require(kojinbango == null || kojinbango.matches("[0-9]{12}"), "kojinbango must be 12 digits");
        spoiltBy();
        if (juki != null) {
            juki.check();
        }
    }

    /** Keeps 個人番号 and address out of every log. */
    @Override
    public String toString() {
        return "Person[" + municipalityCode + "]";
    }
}
