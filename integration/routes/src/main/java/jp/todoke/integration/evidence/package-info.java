/** What permits a question and what an answer may look like: 照合リスト, codes of institutions, versions of layouts. */
@NullMarked
package jp.todoke.integration.evidence;

import org.jspecify.annotations.NullMarked;
