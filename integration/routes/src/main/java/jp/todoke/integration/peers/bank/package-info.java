/** 口座確認 (E31): the route of specs/peers/bank.yaml. */
@NullMarked
package jp.todoke.integration.peers.bank;

import org.jspecify.annotations.NullMarked;
