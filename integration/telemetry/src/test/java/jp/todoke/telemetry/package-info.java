@NullMarked
package jp.todoke.telemetry;

import org.jspecify.annotations.NullMarked;
