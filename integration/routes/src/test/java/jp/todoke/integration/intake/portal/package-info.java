/** Fetching from マイナポータル by itself. */
@NullMarked
package jp.todoke.integration.intake.portal;

import org.jspecify.annotations.NullMarked;
