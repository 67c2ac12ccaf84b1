/** 宛名と税: who lives here, as the feeds of the municipality's own systems say, with both time axes. */
@NullMarked
package jp.todoke.benefits.people;

import org.jspecify.annotations.NullMarked;
