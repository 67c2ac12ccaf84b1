/** 一括取込 (方式4): a table of applications, one in each row, taken like packages. */
@NullMarked
package jp.todoke.integration.intake.imports;

import org.jspecify.annotations.NullMarked;
