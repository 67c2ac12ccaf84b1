/** What every peer shares on the wire: contract check, envelope of errors, scenarios, bundled mappings, sealed strings. */
@NullMarked
package jp.todoke.doubles.wire;

import org.jspecify.annotations.NullMarked;
