/** Tests of rounds of inquiries by files. */
@NullMarked
package jp.todoke.integration.inquiry.rounds;

import org.jspecify.annotations.NullMarked;
