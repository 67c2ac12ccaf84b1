/** Tests. */
@NullMarked
package jp.todoke.integration.peers.juki;

import org.jspecify.annotations.NullMarked;
