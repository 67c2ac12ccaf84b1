/** Drills: what a user fears is done to a running system, and what must hold afterwards is counted. */
@NullMarked
package jp.todoke.local.drill;

import org.jspecify.annotations.NullMarked;
