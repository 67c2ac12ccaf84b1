package jp.todoke.local.bench;

/** Counts the lines of a batch answer that are decisions and not problems, as they stream by. */
final class AnsweredLines {
    /** How a decision begins, and no problem does. */
    private static final byte[] DECISION = {'{', '"', 'p', 'r', 'o', 'g', 'r', 'a', 'm', 'm', 'e', '"'};
    private long bytes;
    private long decided;
    private int column;
    private boolean matches = true;

    void add(byte[] buffer, int length) {
        bytes += length;
        for (int i = 0; i < length; i++) {
            if (buffer[i] == '\n') {
                column = 0;
                matches = true;
            } else {
                if (column < DECISION.length) {
                    matches &= buffer[i] == DECISION[column];
                    if (matches && column == DECISION.length - 1) {
                        decided++;
                    }
                }
                column++;
            }
        }
    }

    long bytes() {
        return bytes;
    }

    long decided() {
        return decided;
    }
}
