/** 情報照会: durable questions to outside bodies, driven step by step by their rows, answered once and sealed. */
@NullMarked
package jp.todoke.integration.inquiry;

import org.jspecify.annotations.NullMarked;
