/** 一括照会: many persons asked about at once by files to the 中間サーバー; each line becomes an inquiry and ends in an outcome. */
@NullMarked
package jp.todoke.integration.inquiry.rounds;

import org.jspecify.annotations.NullMarked;
