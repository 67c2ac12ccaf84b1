/** 住基ネット: search of 本人確認情報 for a permitted 利用事務. */
@NullMarked
package jp.todoke.doubles.juki;

import org.jspecify.annotations.NullMarked;
