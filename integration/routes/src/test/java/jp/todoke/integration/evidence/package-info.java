/** Tests. */
@NullMarked
package jp.todoke.integration.evidence;

import org.jspecify.annotations.NullMarked;
