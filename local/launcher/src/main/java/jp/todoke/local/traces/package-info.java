/** Where the traces of one machine end up, so that a person can look at them. */
@NullMarked
package jp.todoke.local.traces;

import org.jspecify.annotations.NullMarked;
