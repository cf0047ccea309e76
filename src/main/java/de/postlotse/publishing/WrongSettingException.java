package de.postlotse.publishing;

/** A setting of a name server is missing or wrong. Says what to mend, and never shows a secret. */
public class WrongSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
}
