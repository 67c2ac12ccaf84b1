package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.util.List;

/** 認定請求 or 額改定（認定）請求. Supplied by the applicant; {@code receivedOn} is the day of receipt, kept when a deficiency is cured. */
public record Claim(String id, ClaimKind kind, LocalDate receivedOn, List<String> children, Cause cause) {
    public Claim {
        children = List.copyOf(children);
    }

    public boolean isNew() {
        return kind == ClaimKind.NEW;
    }
}
