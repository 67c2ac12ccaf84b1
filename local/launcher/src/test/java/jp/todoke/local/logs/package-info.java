@NullMarked
package jp.todoke.local.logs;

import org.jspecify.annotations.NullMarked;
