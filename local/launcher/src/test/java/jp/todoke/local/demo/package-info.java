/** The main job and bad input, from outside, against the whole system as built. */
@NullMarked
package jp.todoke.local.demo;

import org.jspecify.annotations.NullMarked;
