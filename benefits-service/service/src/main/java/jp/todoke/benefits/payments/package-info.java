/** 支払: the ledger of what was instructed, payment runs and the bank file. */
@NullMarked
package jp.todoke.benefits.payments;

import org.jspecify.annotations.NullMarked;
