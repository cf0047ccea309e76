package de.postlotse.start;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The application does not start, for a reason that its operator can remove. */
class StartRefusedException extends RuntimeException {

    private final String action;

    /**
     * @param description what is wrong; never a value, which may be a secret
     * @param action what the operator can do about it
     */
    StartRefusedException(String description, String action) {
        super(description);
        this.action = action;
    }

    /** Shows the operator what to do instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<StartRefusedException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, StartRefusedException cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action, cause);
        }
    }
}
