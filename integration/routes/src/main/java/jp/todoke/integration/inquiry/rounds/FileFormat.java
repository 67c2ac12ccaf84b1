package jp.todoke.integration.inquiry.rounds;

import java.util.List;

/** Writes the bytes of a file as the peer wants them: the same file always the same bytes, since they are held against their hash. */
public interface FileFormat {
    byte[] write(InquiryFile file, List<InquiryFile.Entry> entries);
}
