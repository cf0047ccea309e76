package de.postlotse.provider;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A file of a provider that cannot be used; its message names the file, the line and what is wrong there. */
class WrongProviderFileException extends RuntimeException {

    /** @param line counted from 1 */
    WrongProviderFileException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }

    /** Names file and line instead of a stack trace. */
    static class Analyzer extends AbstractFailureAnalyzer<WrongProviderFileException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, WrongProviderFileException cause) {
            return new FailureAnalysis(cause.getMessage(), "Mend the file, or take it out of the folder.", cause);
        }
    }
}
