/** 証拠目録: what a procedure may ask whom, the condition it proves and the paper it replaces, as versioned data. */
@NullMarked
package jp.todoke.benefits.evidence;

import org.jspecify.annotations.NullMarked;
