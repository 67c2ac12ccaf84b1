/** マイナポータル: applications are listed, fetched once and taken like packages; what becomes of them is told to the portal in order. */
@NullMarked
package jp.todoke.integration.intake.portal;

import org.jspecify.annotations.NullMarked;
