/** Tests of what all peers share. */
@NullMarked
package jp.todoke.integration.peers;

import org.jspecify.annotations.NullMarked;
