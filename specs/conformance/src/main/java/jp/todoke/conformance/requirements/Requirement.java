package jp.todoke.conformance.requirements;

/**
 * One thing that is demanded.
 *
 * @param clause article of law, or the place of the contract, that demands it
 * @param appliesFrom first month, day or income year for which it binds; empty when it always did
 * @param sourceMark how the demand is known
 */
public record Requirement(String id, String clause, String text, String appliesFrom, String sourceMark) {}
