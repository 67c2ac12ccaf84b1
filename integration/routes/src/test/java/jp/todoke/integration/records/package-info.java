/** 情報提供等記録: their chain, their archive, who may see them. */
@NullMarked
package jp.todoke.integration.records;

import org.jspecify.annotations.NullMarked;
