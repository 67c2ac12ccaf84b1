/** HTTP to the system under test; the token goes out in the header and nowhere else. */
@NullMarked
package jp.todoke.conformance.connection;

import org.jspecify.annotations.NullMarked;
