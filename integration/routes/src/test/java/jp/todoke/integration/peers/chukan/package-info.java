/** Tests. */
@NullMarked
package jp.todoke.integration.peers.chukan;

import org.jspecify.annotations.NullMarked;
