package jp.todoke.benefits.notices;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The font of all letters, parsed once: parsing costs five times as much as a letter. Not for two letters at the same time. */
final class LetterFont {
    private static final String RESOURCE = "/fonts/NotoSerifJP-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    private LetterFont(TrueTypeFont font) throws IOException {
        this.font = font;
        this.glyphs = font.getUnicodeCmapLookup();
        this.unitsPerEm = font.getUnitsPerEm();
    }

    static LetterFont load() {
        try (InputStream file = LetterFont.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new LetterFont(new TTFParser().parse(new RandomAccessReadBuffer(file.readAllBytes())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    TrueTypeFont trueType() {
        return font;
    }

    boolean shows(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /** In thousandths of a point, so that a line adds up without rounding. */
    int width(String text, int size) {
        try {
            int width = 0;
            for (int codePoint : text.codePoints().toArray()) {
                width += font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) * size * 1_000 / unitsPerEm;
            }
            return width;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
