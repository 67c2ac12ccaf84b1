/** What is kept encrypted, whichever service keeps it: 個人番号, account numbers, answers of other bodies and of our own commands. */
@NullMarked
package jp.todoke.sealing;

import org.jspecify.annotations.NullMarked;
