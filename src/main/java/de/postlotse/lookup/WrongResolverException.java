package de.postlotse.lookup;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What {@code postlotse.dns.resolvers} names cannot be asked. */
public class WrongResolverException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public WrongResolverException(String entry) {
        super("postlotse.dns.resolvers: \"" + entry + "\" is no resolver.");
    }

    /** Says what one looks like instead of a stack trace. */
    private static class Analyzer extends AbstractFailureAnalyzer<WrongResolverException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, WrongResolverException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Name addresses such as 192.0.2.1, 192.0.2.1:5353 or [2001:db8::1]:5353, with a port up to 65535; a"
                            + " name would have to be asked for first.",
                    cause);
        }
    }
}
