package jp.todoke.integration.evidence;

/**
 * 法令の組: one permitted question of the 照合リスト, 番号法第19条第8号 — who asks, for which 事務 and 手続, whom, for what.
 *
 * @param sourceMark OFFICIAL, or PROVISIONAL where a code is not confirmed
 */
public record LegalTuple(String askerKikanCd, String jimuCd, String jimutetsuzukiCd, String providerKikanCd, String tmCd, String legalBasis,
        String sourceMark) {}
