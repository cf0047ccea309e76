package de.postlotse.brand;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A property of the brand is wrong; says what it has to be. */
class WrongBrandException extends RuntimeException {

    private final String property;

    /**
     * @param setting the end of the property's name
     * @param rule what it has to be, a sentence without its beginning
     */
    WrongBrandException(String setting, String rule) {
        super("postlotse.brand." + setting + " " + rule);
        this.property = "postlotse.brand." + setting;
    }

    /** Names the property to mend, before anybody else says that the properties could not be read. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    private static class Analyzer extends AbstractFailureAnalyzer<WrongBrandException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, WrongBrandException cause) {
            return new FailureAnalysis(cause.getMessage(), "Mend the property " + cause.property + ".", cause);
        }
    }
}
