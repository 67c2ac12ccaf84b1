/** 住登外者宛名番号管理 (031): the contract of 別紙7-1 and 別紙7-2, with a register that numbers. */
@NullMarked
package jp.todoke.doubles.atena;

import org.jspecify.annotations.NullMarked;
