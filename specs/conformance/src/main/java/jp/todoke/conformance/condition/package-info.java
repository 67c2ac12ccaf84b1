/** One check per class: reads an answer, compares, and says what was expected and what came. */
@NullMarked
package jp.todoke.conformance.condition;

import org.jspecify.annotations.NullMarked;
