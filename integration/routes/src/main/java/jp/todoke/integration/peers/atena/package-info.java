/** 住登外者宛名番号管理 (E03, E04): the routes of specs/peers/atena.yaml. */
@NullMarked
package jp.todoke.integration.peers.atena;

import org.jspecify.annotations.NullMarked;
