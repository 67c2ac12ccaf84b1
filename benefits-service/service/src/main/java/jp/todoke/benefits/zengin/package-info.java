/** What banks understand: names in 全銀 kana, bank and branch codes, and the 120-byte 総合振込 file. Knows no case and no database. */
@NullMarked
package jp.todoke.benefits.zengin;

import org.jspecify.annotations.NullMarked;
