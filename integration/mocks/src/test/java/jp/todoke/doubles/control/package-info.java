/** Tests of what is kept of requests. */
@NullMarked
package jp.todoke.doubles.control;

import org.jspecify.annotations.NullMarked;
