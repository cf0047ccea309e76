package de.postlotse.provider;

/** A file of a provider that cannot be used; its message names the file, the line and what is wrong there. */
class WrongProviderFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param line counted from 1 */
    WrongProviderFileException(String file, int line, String problem) {
        super(file + ", line " + line + ": " + problem);
    }
}
