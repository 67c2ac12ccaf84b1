package jp.todoke.gateway;

import java.io.IOException;

/** An answer of a service that had begun and did not come to its end. */
final class ServiceFailure extends IOException {
    private static final long serialVersionUID = 1L;

    ServiceFailure(IOException cause) {
        super(cause);
    }
}
