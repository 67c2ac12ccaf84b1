/** Runs Todoke on one machine: starts everything, keeps watch, stops everything; the commands of {@code ./todoke}. */
@NullMarked
package jp.todoke.local;

import org.jspecify.annotations.NullMarked;
