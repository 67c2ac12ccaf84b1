package jp.todoke.integration.evidence;

/** 利用事務 for which 本人確認情報 may be searched, 住民基本台帳法 別表. */
public record JukiPurpose(String askerKikanCd, String purpose, String legalBasis, String sourceMark) {}
