/**
 * 試算 — what the law says about a case that somebody describes: one at a time, many in a stream, or as a calendar of payments for a citizen. Nothing
 * is stored and nobody is named.
 */
@NullMarked
package jp.todoke.benefits.simulations;

import org.jspecify.annotations.NullMarked;
