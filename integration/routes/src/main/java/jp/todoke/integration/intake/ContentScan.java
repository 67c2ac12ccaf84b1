package jp.todoke.integration.intake;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * What no file of an application may hold, whatever it is called: the EICAR test string, by which an operator sees that something looks, and a PDF that
 * is encrypted, which no caseworker can read and no scanner of the organisation could look into. It is no virus scanner.
 */
final class ContentScan {
    /** In two parts, so that no scanner takes this class for what it looks for. */
    private static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    /** In the trailer or the dictionary of a cross-reference stream: a reference or a dictionary behind the name. */
    private static final Pattern ENCRYPT = Pattern.compile("/Encrypt\\s*(?:[0-9]{1,10}\\s+[0-9]{1,5}\\s+R|<<)");

    private ContentScan() {}

    /** @param place pointer under which a finding is named */
    static void check(String place, byte[] content, Findings findings) {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        if (bytes.contains(EICAR)) {
            findings.add(place, "MALWARE", "ウイルス検査で不正なプログラムが検出されました。ファイルを確認して作成し直してください。");
        }
        if (bytes.startsWith("%PDF-") && ENCRYPT.matcher(bytes).find()) {
            findings.add(place, "ENCRYPTED_PDF", "暗号化された（パスワードの付いた）PDFは受け付けられません。解除してから添付してください。");
        }
    }
}
