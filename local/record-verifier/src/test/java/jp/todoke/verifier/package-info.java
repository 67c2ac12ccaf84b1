/** Archives as somebody may have treated them. */
@NullMarked
package jp.todoke.verifier;

import org.jspecify.annotations.NullMarked;
