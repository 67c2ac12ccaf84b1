/** The outcome of a run as JUnit XML, as one HTML page and as JSON. */
@NullMarked
package jp.todoke.conformance.report;

import org.jspecify.annotations.NullMarked;
