/** 個人住民税: the items of a person's year, whoever delivered them. */
@NullMarked
package jp.todoke.benefits.taxes;

import org.jspecify.annotations.NullMarked;
