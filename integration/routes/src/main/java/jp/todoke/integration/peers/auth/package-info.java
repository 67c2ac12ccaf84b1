/** 認証認可サーバ (E01): tokens for the peers, by client_secret_jwt. */
@NullMarked
package jp.todoke.integration.peers.auth;

import org.jspecify.annotations.NullMarked;
