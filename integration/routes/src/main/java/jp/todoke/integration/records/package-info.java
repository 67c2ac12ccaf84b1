/** 情報提供等記録 (番号法第23条): who asked whom for what about whom, append-only. */
@NullMarked
package jp.todoke.integration.records;

import org.jspecify.annotations.NullMarked;
