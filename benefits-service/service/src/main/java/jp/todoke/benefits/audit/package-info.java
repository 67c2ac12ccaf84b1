/** 監査: who saw and did what. */
@NullMarked
package jp.todoke.benefits.audit;

import org.jspecify.annotations.NullMarked;
