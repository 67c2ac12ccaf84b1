/** What the 中間サーバー says beside what we have: accepted inquiries and masters. Differences are shown, and nothing follows from one by itself. */
@NullMarked
package jp.todoke.integration.inquiry.comparison;

import org.jspecify.annotations.NullMarked;
