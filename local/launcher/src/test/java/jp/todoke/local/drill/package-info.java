@NullMarked
package jp.todoke.local.drill;

import org.jspecify.annotations.NullMarked;
