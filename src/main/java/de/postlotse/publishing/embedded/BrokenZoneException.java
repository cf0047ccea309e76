package de.postlotse.publishing.embedded;

/** Records that make no zone which a name server could serve; the message says which one and why. */
class BrokenZoneException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenZoneException(String message) {
        super(message);
    }
}
