package jp.todoke.integration.evidence;

/**
 * What permits a question that goes over no national network: inside the municipality (庁内) or to the bank that pays for it.
 *
 * @param provider   whom it is put to; no 機関コード
 * @param sourceMark OFFICIAL, or PROVISIONAL where it is not confirmed
 */
public record OwnBasis(String provider, String legalBasis, String sourceMark) {}
