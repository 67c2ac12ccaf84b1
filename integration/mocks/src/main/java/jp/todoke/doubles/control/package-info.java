/** What whoever runs the doubles may do while they run, and what they keep of the requests; apart from the peers, on a port of its own. */
@NullMarked
package jp.todoke.doubles.control;

import org.jspecify.annotations.NullMarked;
