/** マイナポータル: applications that lie in a directory, and what the municipality says of them. */
@NullMarked
package jp.todoke.doubles.myna;

import org.jspecify.annotations.NullMarked;
