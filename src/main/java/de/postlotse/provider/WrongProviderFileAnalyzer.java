package de.postlotse.provider;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Names file and line instead of a stack trace. */
class WrongProviderFileAnalyzer extends AbstractFailureAnalyzer<WrongProviderFileException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, WrongProviderFileException cause) {
        return new FailureAnalysis(cause.getMessage(), "Mend the file, or take it out of the folder.", cause);
    }
}
