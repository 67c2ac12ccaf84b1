package jp.todoke.verifier;

import java.util.ArrayList;
import java.util.List;

/** What a run has looked at and found. Of many findings the first are kept and all are counted. */
public final class Report {
    private static final int KEPT = 1_000;

    private final List<Finding> findings = new ArrayList<>();
    private long found;
    private long records;
    private long unsealed;
    private long days;
    private long prunedDays;
    private String lastSeal = "";

    void found(Finding finding) {
        found++;
        if (findings.size() < KEPT) {
            findings.add(finding);
        }
    }

    /** Further ones of the kind found last. */
    void foundMore(long count) {
        found += count;
    }

    boolean keepsMore() {
        return findings.size() < KEPT;
    }

    void record() {
        records++;
    }

    void unsealed(long more) {
        unsealed += more;
    }

    void day(String seal) {
        days++;
        lastSeal = seal;
    }

    void pruned() {
        prunedDays++;
    }

    public boolean isIntact() {
        return found == 0;
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    public long found() {
        return found;
    }

    public long records() {
        return records;
    }

    /** Records that wait for their seal: nothing can be said about them yet. */
    public long unsealed() {
        return unsealed;
    }

    /** Days with a seal. */
    public long days() {
        return days;
    }

    /** Days that can be verified in their archives only. */
    public long prunedDays() {
        return prunedDays;
    }

    /** Hash of the last seal, hex; empty when there is none. */
    public String lastSeal() {
        return lastSeal;
    }
}
