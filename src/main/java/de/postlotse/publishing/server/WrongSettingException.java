package de.postlotse.publishing.server;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A setting of a name server is missing or wrong. Says what to mend, and never shows a secret. */
public class WrongSettingException extends RuntimeException {

    private final String setting;

    /**
     * @param setting the last part of the property's name, {@code tsig-secret}
     * @param explanation what is wrong with it and what it has to be
     */
    public WrongSettingException(String setting, String explanation) {
        super(explanation);
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }

    /** Names the property to mend instead of a stack trace. */
    private static class Analyzer extends AbstractFailureAnalyzer<WrongSettingException> {

        @Override
        protected FailureAnalysis analyze(Throwable rootFailure, WrongSettingException cause) {
            return new FailureAnalysis(
                    cause.setting() + ": " + cause.getMessage(), "Mend the property " + cause.setting() + ".", cause);
        }
    }
}
