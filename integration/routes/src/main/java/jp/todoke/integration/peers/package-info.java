/** What the calls to every peer have in common: time-outs, circuit breaker, and how trouble becomes an answer. */
@NullMarked
package jp.todoke.integration.peers;

import org.jspecify.annotations.NullMarked;
