/** Days on which offices and banks are closed. */
@NullMarked
package jp.todoke.benefits.calendar;

import org.jspecify.annotations.NullMarked;
