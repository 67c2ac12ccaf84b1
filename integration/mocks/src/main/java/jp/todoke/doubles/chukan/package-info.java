/** 中間サーバー 情報照会: a receipt says everything, so status and result are functions of it and of the clock. */
@NullMarked
package jp.todoke.doubles.chukan;

import org.jspecify.annotations.NullMarked;
