/** Tests of the doubles over HTTP, as a vendor meets them. */
@NullMarked
package jp.todoke.doubles;

import org.jspecify.annotations.NullMarked;
