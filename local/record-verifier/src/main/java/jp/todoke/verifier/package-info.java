/** The independent verifier of 情報提供等記録: written after docs/operations/records.md alone. */
@NullMarked
package jp.todoke.verifier;

import org.jspecify.annotations.NullMarked;
