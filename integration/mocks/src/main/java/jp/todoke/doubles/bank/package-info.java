/** 口座確認: whether an account exists and bears a name. */
@NullMarked
package jp.todoke.doubles.bank;

import org.jspecify.annotations.NullMarked;
