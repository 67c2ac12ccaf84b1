/** What the whole system tells of itself: as a whole, and nothing of a person. */
@NullMarked
package jp.todoke.local.telemetry;

import org.jspecify.annotations.NullMarked;
