package jp.todoke.benefits.zengin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/** One record under construction: fields are appended from left to right, and the end must fall on byte 120. */
final class ZenginRecord {
    static final int LENGTH = 120;
    /** コード区分 0: one byte a character, half-width katakana from 0xA6 to 0xDF. */
    static final Charset JIS = Charset.forName("JIS_X0201");

    private final StringBuilder text = new StringBuilder(LENGTH);

    /** N: digits, right-aligned, filled with zeros. */
    ZenginRecord digits(String value, int width) {
        text.repeat("0", Math.max(0, width - value.length())).append(value);
        return this;
    }

    ZenginRecord digits(long value, int width) {
        return digits(Long.toString(value), width);
    }

    /** C: left-aligned, cut to the width, filled with blanks. */
    ZenginRecord name(KanaName name, int width) {
        String cut = name.cut(width);
        text.append(cut).repeat(" ", width - cut.length());
        return this;
    }

    ZenginRecord blanks(int width) {
        text.repeat(" ", width);
        return this;
    }

    byte[] bytes() {
        try {
            ByteBuffer encoded = JIS.newEncoder().onUnmappableCharacter(CodingErrorAction.REPORT).onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            if (bytes.length != LENGTH) {
                throw new ZenginFileRefused(ZenginFileRefused.Reason.RECORD_NOT_120_BYTES);
            }
            return bytes;
        } catch (CharacterCodingException _) {
            throw new ZenginFileRefused(ZenginFileRefused.Reason.CHARACTER_OUTSIDE_SET);
        }
    }
}
