/** Tests of the evidence directory. */
@NullMarked
package jp.todoke.benefits.evidence;

import org.jspecify.annotations.NullMarked;
