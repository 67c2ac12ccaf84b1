package jp.todoke.benefits.notices;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A4 paper that is written from top to bottom and continues on the next sheet; all measures in whole points (1/72 inch). */
final class LetterPaper implements AutoCloseable {
    static final int LEFT = 68;
    static final int RIGHT = 527;
    static final int TEXT = 10;
    private static final int TOP = 780;
    private static final int BOTTOM = 66;
    private static final int FOOT = 38;
    private static final int PADDING = 5;
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final PDDocument document = new PDDocument();
    private final LetterFont letterFont;
    private final PDFont font;
    private final LineBreaks breaks;
    private PDPageContentStream page;
    private int y = TOP;

    /** Where a piece of text stands within its room. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT
    }

    /** A column of a table. */
    record Column(String heading, int width, Align align) {}

    LetterPaper(LetterFont letterFont) {
        this.letterFont = letterFont;
        this.breaks = new LineBreaks(letterFont);
        try {
            this.font = PDType0Font.load(document, letterFont.trueType(), true);
            this.page = newPage();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void space(int height) {
        y -= height;
    }

    /** One line; too long ones are broken. */
    void line(String text, int size, Align align) {
        for (String line : breaks.lines(text, size, RIGHT - LEFT, 0)) {
            down(leading(size));
            put(line, size, align, LEFT, RIGHT);
        }
    }

    /** @param first indent of the first line, {@code rest} of the others, in points */
    void paragraph(String text, int first, int rest) {
        List<String> lines = breaks.lines(text, TEXT, RIGHT - LEFT - rest, first - rest);
        for (int index = 0; index < lines.size(); index++) {
            down(leading(TEXT));
            put(lines.get(index), TEXT, Align.LEFT, LEFT + (index == 0 ? first : rest), RIGHT);
        }
    }

    /** A heading and what belongs under it, on one sheet if they fit on one. */
    void section(String heading, List<String> paragraphs) {
        int lines = paragraphs.stream().mapToInt(text -> breaks.lines(text, TEXT, RIGHT - LEFT - TEXT, -TEXT).size()).sum();
        if (y - (lines + 2) * leading(TEXT) < BOTTOM) {
            turn();
        }
        heading(heading);
        paragraphs.forEach(text -> paragraph(text, 0, TEXT));
    }

    void heading(String text) {
        // A heading alone at the foot of a sheet reads as a mistake: keep three lines together.
        if (y - 3 * leading(TEXT) < BOTTOM) {
            turn();
        }
        space(8);
        line(text, TEXT + 1, Align.LEFT);
        space(3);
    }

    void table(List<Column> columns, List<List<String>> rows) {
        space(4);
        List<String> headings = columns.stream().map(Column::heading).toList();
        row(columns, headings, true);
        for (List<String> cells : rows) {
            if (y - height(columns, cells) < BOTTOM) {
                turn();
                row(columns, headings, true);
            }
            row(columns, cells, false);
        }
        space(4);
    }

    /** The finished letter; its date is the letter's and not the print's. */
    byte[] finish(String title, LocalDate dated, long seed) {
        try {
            page.close();
            int pages = document.getNumberOfPages();
            for (int number = 0; pages > 1 && number < pages; number++) {
                page = new PDPageContentStream(document, document.getPage(number), PDPageContentStream.AppendMode.APPEND, true);
                y = FOOT;
                put((number + 1) + " ／ " + pages, TEXT - 1, Align.CENTER, LEFT, RIGHT);
                page.close();
            }
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(title);
            information.setCreator("Todoke");
            information.setCreationDate(GregorianCalendar.from(dated.atStartOfDay(JAPAN)));
            document.getDocumentCatalog().setLanguage(Locale.JAPAN.toLanguageTag());
            document.setDocumentId(seed);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void row(List<Column> columns, List<String> cells, boolean head) {
        List<List<String>> wrapped = wrap(columns, cells);
        int height = height(wrapped);
        if (y - height < BOTTOM) {
            turn();
        }
        int x = LEFT;
        for (int index = 0; index < columns.size(); index++) {
            Column column = columns.get(index);
            box(x, y - height, column.width(), height, head);
            int baseline = y - (height - wrapped.get(index).size() * leading(TEXT - 1)) / 2;
            for (String line : wrapped.get(index)) {
                baseline -= leading(TEXT - 1);
                put(line, TEXT - 1, head ? Align.CENTER : column.align(), x + PADDING, x + column.width() - PADDING, baseline + 4);
            }
            x += column.width();
        }
        y -= height;
    }

    private List<List<String>> wrap(List<Column> columns, List<String> cells) {
        List<List<String>> wrapped = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            wrapped.add(breaks.lines(cells.get(index), TEXT - 1, columns.get(index).width() - 2 * PADDING, 0));
        }
        return wrapped;
    }

    private int height(List<Column> columns, List<String> cells) {
        return height(wrap(columns, cells));
    }

    private static int height(List<List<String>> wrapped) {
        int lines = wrapped.stream().mapToInt(List::size).max().orElse(1);
        return lines * leading(TEXT - 1) + 4;
    }

    private static int leading(int size) {
        return size + size * 6 / 10;
    }

    private void down(int height) {
        if (y - height < BOTTOM) {
            turn();
        }
        y -= height;
    }

    private void turn() {
        try {
            page.close();
            page = newPage();
            y = TOP;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        return new PDPageContentStream(document, sheet);
    }

    private void put(String text, int size, Align align, int left, int right) {
        put(text, size, align, left, right, y);
    }

    private void put(String text, int size, Align align, int left, int right, int baseline) {
        int width = letterFont.width(text, size) / 1_000;
        int x = switch (align) {
            case LEFT -> left;
            case CENTER -> left + (right - left - width) / 2;
            case RIGHT -> right - width;
        };
        try {
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, baseline);
            page.showText(text);
            page.endText();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void box(int x, int bottom, int width, int height, boolean shaded) {
        try {
            page.addRect(x, bottom, width, height);
            if (shaded) {
                page.setNonStrokingColor(0.93f);
                page.fill();
                page.setNonStrokingColor(0f);
                page.addRect(x, bottom, width, height);
            }
            page.setLineWidth(0.5f);
            page.stroke();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
