/** The service as a whole, over HTTP and on a real database. */
@NullMarked
package jp.todoke.benefits;

import org.jspecify.annotations.NullMarked;
