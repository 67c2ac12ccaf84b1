/** 団体内統合宛名 (E05, E06): the routes of specs/peers/togo.yaml. 団体内統合宛名番号 is never kept. */
@NullMarked
package jp.todoke.integration.peers.togo;

import org.jspecify.annotations.NullMarked;
