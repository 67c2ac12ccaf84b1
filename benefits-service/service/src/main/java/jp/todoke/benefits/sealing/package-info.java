/** Values that are kept encrypted: 個人番号, answers, account numbers. */
@NullMarked
package jp.todoke.benefits.sealing;

import org.jspecify.annotations.NullMarked;
