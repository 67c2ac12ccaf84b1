/** 通知書: the letter that tells a decision, made with it and kept as issued. */
@NullMarked
package jp.todoke.benefits.notices;

import org.jspecify.annotations.NullMarked;
