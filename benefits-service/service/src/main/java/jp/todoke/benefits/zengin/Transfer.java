package jp.todoke.benefits.zengin;

/**
 * One 振込: a line of the file.
 *
 * @param itemNumber 顧客コード1; it comes back in the bank's lists and makes matching certain
 */
public record Transfer(BankAccount account, KanaName holder, long yen, long itemNumber) {}
