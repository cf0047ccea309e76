package de.postlotse.publishing.embedded;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** The embedded name server cannot start, for a reason that its operator can remove. */
class CannotStartException extends RuntimeException {

    private final String action;

    /**
     * @param description what is wrong
     * @param action what the operator can do about it
     */
    CannotStartException(String description, String action, Throwable cause) {
        super(description, cause);
        this.action = action;
    }

    CannotStartException(String description, String action) {
        super(description);
        this.action = action;
    }

    String action() {
        return action;
    }

    /** Shows the operator what to do instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<CannotStartException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, CannotStartException cause) {
            return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
        }
    }
}
