/** Simulations over HTTP, against the running service. */
@NullMarked
package jp.todoke.benefits.simulations;

import org.jspecify.annotations.NullMarked;
