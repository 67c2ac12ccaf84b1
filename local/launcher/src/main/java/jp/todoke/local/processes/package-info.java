/** Child processes of the launcher: start, readiness, logs, stop, and what a killed launcher left behind. */
@NullMarked
package jp.todoke.local.processes;

import org.jspecify.annotations.NullMarked;
