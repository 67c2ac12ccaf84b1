/** The conformance suite: judges any vendor's system from outside, by vectors that cite the law. */
@NullMarked
package jp.todoke.conformance;

import org.jspecify.annotations.NullMarked;
