/** Measurements on a running system. */
@NullMarked
package jp.todoke.local.bench;

import org.jspecify.annotations.NullMarked;
