/** 案件: from the received application to the disposition. */
@NullMarked
package jp.todoke.benefits.cases;

import org.jspecify.annotations.NullMarked;
