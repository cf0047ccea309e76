package de.postlotse.publishing.embedded;

/** The embedded name server cannot start, for a reason that its operator can remove. */
class CannotStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

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
}
