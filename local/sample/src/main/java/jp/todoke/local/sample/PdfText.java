package jp.todoke.local.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The smallest valid PDF that shows one line of Latin text. */
final class PdfText {
    private PdfText() {}

    static byte[] page(String line) {
        String drawing = "BT /F1 14 Tf 72 770 Td (" + line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)") + ") Tj ET";
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
                "<< /Length " + drawing.length() + " >>\nstream\n" + drawing + "\nendstream",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        var pdf = new ByteArrayOutputStream();
        write(pdf, "%PDF-1.4\n");
        var references = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            references.append("%010d 00000 n \n".formatted(pdf.size()));
            write(pdf, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        int start = pdf.size();
        int count = objects.size() + 1;
        write(pdf, "xref\n0 " + count + "\n" + references + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + start
                + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void write(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
