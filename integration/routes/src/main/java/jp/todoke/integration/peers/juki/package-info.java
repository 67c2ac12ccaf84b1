/** 住基ネット 本人確認情報の検索 (E27): the route of specs/peers/juki.yaml. */
@NullMarked
package jp.todoke.integration.peers.juki;

import org.jspecify.annotations.NullMarked;
