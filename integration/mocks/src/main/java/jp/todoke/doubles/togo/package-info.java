/** 団体内統合宛名 (032): numbers by 個人番号, which are told to nobody, and the 符号 that hang on them. */
@NullMarked
package jp.todoke.doubles.togo;

import org.jspecify.annotations.NullMarked;
