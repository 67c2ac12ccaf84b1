/** The routes to 032 against its double. */
@NullMarked
package jp.todoke.integration.peers.togo;

import org.jspecify.annotations.NullMarked;
