/** Tests of the rows of data. */
@NullMarked
package jp.todoke.doubles.persons;

import org.jspecify.annotations.NullMarked;
