package de.postlotse.publishing.server;

import java.util.Locale;

/** A name server did not do what was asked; the reason is for staff and has a message of its own. */
public class NameServerException extends RuntimeException {

    private final Reason reason;

    public NameServerException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public NameServerException(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What went wrong. */
    public enum Reason {
        /** The zone lives on a name server that is not configured. */
        NOT_CONFIGURED,
        /** The server does not serve the zone. */
        ZONE_NOT_SERVED,
        /** The server cannot be reached or does not answer. */
        UNREACHABLE,
        /** The change may have been sent, but what became of it is unknown: no answer came back. */
        OUTCOME_UNKNOWN,
        /** A newer version exists, or the worker was paused for so long that another one may be at work. */
        OVERTAKEN,
        /** The server answered, but did not take the change. */
        REFUSED,
        /** The server took the change, but answers with something else over DNS. */
        NOT_SERVED_AS_WANTED,
        /** Somebody else changed the MX sets at the server; they are not overwritten unseen. */
        CHANGED_ELSEWHERE,
        /** The server could not write what it must not lose. */
        STORAGE;

        /** The stable code by which other parts of the application and the message files know the reason. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
