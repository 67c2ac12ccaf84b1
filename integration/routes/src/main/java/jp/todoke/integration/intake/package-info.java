/** 申請データの受取: packages are kept as they came, then judged, then handed to a case or refused with every reason. */
@NullMarked
package jp.todoke.integration.intake;

import org.jspecify.annotations.NullMarked;
