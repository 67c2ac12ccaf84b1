/** マイナポータル 電子申請等情報受取等API (E28): the routes of specs/peers/myna.yaml. */
@NullMarked
package jp.todoke.integration.peers.myna;

import org.jspecify.annotations.NullMarked;
