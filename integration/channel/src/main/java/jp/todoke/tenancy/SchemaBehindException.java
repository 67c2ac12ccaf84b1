package jp.todoke.tenancy;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The schema lacks what this build needs, and this process is not the one that migrates. */
final class SchemaBehindException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SchemaBehindException(String schema, String missing) {
        super("schema " + schema + " is missing or older than this build; not applied: " + missing);
    }

    /** Says it without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<SchemaBehindException> {
        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, SchemaBehindException cause) {
            return new FailureAnalysis(cause.getMessage(),
                    "Run the migration of this version (this program with TODOKE_MIGRATE=only and the owner's credentials), then start again.",
                    cause);
        }
    }
}
