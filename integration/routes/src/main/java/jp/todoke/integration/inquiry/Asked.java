package jp.todoke.integration.inquiry;

import java.util.UUID;

/** Whatever is put to a peer: for the audit, who stands behind it in which case. */
public interface Asked {
    UUID id();

    Inquiry.Occasion occasion();
}
