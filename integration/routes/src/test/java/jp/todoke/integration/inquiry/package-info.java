/** Tests. */
@NullMarked
package jp.todoke.integration.inquiry;

import org.jspecify.annotations.NullMarked;
