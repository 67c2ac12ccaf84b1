/** Who exists nationally and what other bodies hold about them, read from the data directory. */
@NullMarked
package jp.todoke.doubles.persons;

import org.jspecify.annotations.NullMarked;
