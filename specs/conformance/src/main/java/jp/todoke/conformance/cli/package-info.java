/** The command line: run, list, help, and their exit statuses. */
@NullMarked
package jp.todoke.conformance.cli;

import org.jspecify.annotations.NullMarked;
