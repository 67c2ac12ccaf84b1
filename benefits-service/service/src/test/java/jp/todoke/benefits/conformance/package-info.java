/** The vendors' suite proved on ourselves: the engine passes it, and an engine with one mistake does not. */
@NullMarked
package jp.todoke.benefits.conformance;

import org.jspecify.annotations.NullMarked;
