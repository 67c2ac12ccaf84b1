/** The audit trail over HTTP, and what the database keeps of it. */
@NullMarked
package jp.todoke.benefits.audit;

import org.jspecify.annotations.NullMarked;
