package jp.todoke.contracts;

/**
 * One place where a request breaks the contract. Never quotes the value that was sent.
 *
 * @param pointer JSON Pointer into the body, or {@code /query/<name>}, {@code /path/<name>}, {@code /header/<name>}
 * @param code    a stable word: REQUIRED, TYPE, FORMAT, PATTERN, CHARACTER, LENGTH, RANGE, ENUM, UNKNOWN_FIELD, DATE
 * @param message what to do, in Japanese
 */
public record Violation(String pointer, String code, String message) {}
