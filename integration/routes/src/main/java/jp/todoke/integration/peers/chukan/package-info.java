/** 中間サーバー 情報照会 (E07, E09, E10): one route per operation of specs/peers/chukan.yaml. */
@NullMarked
package jp.todoke.integration.peers.chukan;

import org.jspecify.annotations.NullMarked;
