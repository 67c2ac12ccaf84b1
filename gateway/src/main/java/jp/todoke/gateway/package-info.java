/** The one way in: who may pass, to which operation, how much, and how a refusal is answered. */
@NullMarked
package jp.todoke.gateway;

import org.jspecify.annotations.NullMarked;
