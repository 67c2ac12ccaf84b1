/** The cases with their expected outcome, read from NDJSON files and refused when malformed. */
@NullMarked
package jp.todoke.conformance.vectors;

import org.jspecify.annotations.NullMarked;
