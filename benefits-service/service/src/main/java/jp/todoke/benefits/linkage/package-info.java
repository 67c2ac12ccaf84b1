/** 照会: the questions a case may ask, where they go, and their sealed answers. */
@NullMarked
package jp.todoke.benefits.linkage;

import org.jspecify.annotations.NullMarked;
