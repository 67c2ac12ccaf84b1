/** The benefits service: cases, decisions, notices and payments. */
@NullMarked
package jp.todoke.benefits;

import org.jspecify.annotations.NullMarked;
