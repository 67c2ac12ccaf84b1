/** Everything that must not come in, sent through the gateway of the running system; the tables stand in resources/bad-input. */
@NullMarked
package jp.todoke.local.badinput;

import org.jspecify.annotations.NullMarked;
