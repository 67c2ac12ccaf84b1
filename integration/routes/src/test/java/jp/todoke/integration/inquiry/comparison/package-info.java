/** Tests of the comparison with the 中間サーバー. */
@NullMarked
package jp.todoke.integration.inquiry.comparison;

import org.jspecify.annotations.NullMarked;
