/** The services' logs for people: one JSON object per line becomes one readable line, several files become one stream by time. */
@NullMarked
package jp.todoke.local.logs;

import org.jspecify.annotations.NullMarked;
