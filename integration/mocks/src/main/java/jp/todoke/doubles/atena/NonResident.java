package jp.todoke.doubles.atena;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.doubles.persons.Rows;
import org.jspecify.annotations.Nullable;

/**
 * A row of non-residents.json: a person with a number of 031, with the history of names and addresses, the last one now.
 *
 * @param gyomuid              業務ID that registered the person, 000 when none
 * @param fromJuki             他業務参照不可: told to that 業務ID only
 * @param locked               another officer has the record open
 * @param nayosesakiatenabango 名寄せ先, where the record was linked to another
 */
record NonResident(String municipalityCode, String atenabango, @Nullable String gyomuid, @Nullable Boolean fromJuki,
        @Nullable Boolean locked, @Nullable String nayosesakiatenabango, List<Entry> records) {

    /** 基本4情報 as they were. */
    record Entry(String shimei, @Nullable String shimeiFurigana, @Nullable String seibetsu, LocalDate seinengappi,
            @Nullable String jushoShikuchosonkodo, @Nullable String jusho) {

        void check() {
            Rows.require(shimei != null && !shimei.isBlank(), "shimei is missing");
            Rows.require(seinengappi != null, "seinengappi is missing");
            Rows.require(seibetsu == null || seibetsu.matches("[012]"), "seibetsu must be 0, 1 or 2");
        }

        @Override
        public String toString() {
            return "Entry";
        }
    }

    String business() {
        return gyomuid == null ? "000" : gyomuid;
    }

    boolean visibleTo(String business) {
        return !Boolean.TRUE.equals(fromJuki) || business().equals(business);
    }

    boolean isLocked() {
        return Boolean.TRUE.equals(locked);
    }

    NonResident with(Entry entry) {
        List<Entry> history = new ArrayList<>(records);
        history.add(entry);
        return new NonResident(municipalityCode, atenabango, gyomuid, fromJuki, locked, nayosesakiatenabango, List.copyOf(history));
    }

    void check() {
        Rows.require(municipalityCode != null && municipalityCode.matches("[0-9]{6}"), "municipalityCode must be 6 digits");
        Rows.require(atenabango != null && atenabango.matches("[0-9]{15}"), "atenabango must be 15 digits");
        Rows.require(records != null && !records.isEmpty(), "records are missing");
        records.forEach(Entry::check);
    }

    @Override
    public String toString() {
        return "NonResident[" + municipalityCode + "]";
    }
}
