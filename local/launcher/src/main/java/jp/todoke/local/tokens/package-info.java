/** Fetches tokens from the issuer the way a person's client and a system do. */
@NullMarked
package jp.todoke.local.tokens;

import org.jspecify.annotations.NullMarked;
