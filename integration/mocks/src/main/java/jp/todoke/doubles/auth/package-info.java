/** 認証認可サーバ: client credentials with client_secret_jwt, tokens that carry their own meaning, introspection. */
@NullMarked
package jp.todoke.doubles.auth;

import org.jspecify.annotations.NullMarked;
