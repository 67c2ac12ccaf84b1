@NullMarked
package jp.todoke.guard;

import org.jspecify.annotations.NullMarked;
