package de.postlotse.reachability;

/** What became of the attempt to talk to a mail server at one address. */
public sealed interface ConnectAttempt {

    /** The machine is there, but takes no connections on port 25. */
    record Refused() implements ConnectAttempt {}

    /** Nothing came back: nobody is there, or something on the way drops port 25. */
    record TimedOut() implements ConnectAttempt {}

    /** No way leads there from here, as to IPv6 addresses from a network without IPv6. Says nothing about the server. */
    record NoRoute() implements ConnectAttempt {}

    /** A connection, but no greeting (RFC 5321 §3.1). */
    record NoGreeting(Cause cause) implements ConnectAttempt {}

    /** A greeting that says no: 554, or 421 and the like. */
    record GreetingRefused(String greeting) implements ConnectAttempt {}

    /** A mail server that is ready to talk. */
    record Answered(String greeting, Encryption encryption) implements ConnectAttempt {}

    /** Why there was no greeting. */
    enum Cause {
        /** Nothing was said in time. */
        SILENT,
        /** The connection was closed. */
        CLOSED,
        /** What was said is not SMTP. */
        NOT_SMTP
    }

    /** Whether a server encrypts what it is sent (STARTTLS, RFC 3207). */
    public sealed interface Encryption {

        /** It does not offer to. */
        record NotOffered() implements Encryption {}

        /** It offers to, but that failed. */
        record Failed() implements Encryption {}

        /** It does. */
        record Encrypted(ServerCertificate certificate) implements Encryption {}

        /** Whether there is nothing to say against it. */
        default boolean isFlawless() {
            return this instanceof Encrypted encrypted
                    && encrypted.certificate().problems().isEmpty();
        }
    }
}
