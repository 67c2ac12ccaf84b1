package jp.todoke.benefits.law;

/** 請求の種類 — 認定請求 opens an entitlement, 額改定請求 adds children to a living one. */
public enum ClaimKind {
    NEW,
    INCREASE
}
