/** The commands of {@code ./todoke}, one class each. */
@NullMarked
package jp.todoke.local.commands;

import org.jspecify.annotations.NullMarked;
