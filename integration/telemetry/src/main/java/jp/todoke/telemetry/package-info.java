/** What each process tells of itself: logs, metrics, traces and health, alike in all of them and without a word about a person. */
@NullMarked
package jp.todoke.telemetry;

import org.jspecify.annotations.NullMarked;
