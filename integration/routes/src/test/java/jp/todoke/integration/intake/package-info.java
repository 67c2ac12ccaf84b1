/** Tests. */
@NullMarked
package jp.todoke.integration.intake;

import org.jspecify.annotations.NullMarked;
