/** Cases over HTTP, and their pure parts by tables. */
@NullMarked
package jp.todoke.benefits.cases;

import org.jspecify.annotations.NullMarked;
