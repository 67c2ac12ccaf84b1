package jp.todoke.integration.inquiry.rounds;

/** What one step of a file asks of the peer; the body of the routes for files. */
public sealed interface FileStep {
    InquiryFile file();

    /** @param content the bytes; never printed */
    record Send(InquiryFile file, byte[] content) implements FileStep {
        @Override
        public String toString() {
            return "Send[" + file + "]";
        }
    }

    /** Which records were taken. */
    record PullLists(InquiryFile file) implements FileStep {}

    /** @param from number of the first record of the window */
    record PullAnswers(InquiryFile file, int from) implements FileStep {}
}
