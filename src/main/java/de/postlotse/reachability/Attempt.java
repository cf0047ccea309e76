package de.postlotse.reachability;

/** What became of the attempt to talk to a mail server at one address. */
public sealed interface Attempt {

    /** The machine is there, but takes no connections on port 25. */
    record Refused() implements Attempt {}

    /** Nothing came back: nobody is there, or something on the way drops port 25. */
    record TimedOut() implements Attempt {}

    /** No way leads there from here, as to IPv6 addresses from a network without IPv6. Says nothing about the server. */
    record NoRoute() implements Attempt {}

    /** A connection, but no greeting (RFC 5321 §3.1). */
    record NoGreeting(Cause cause) implements Attempt {}

    /** A greeting that says no: 554, or 421 and the like. */
    record GreetingRefused(String greeting) implements Attempt {}

    /** A mail server that is ready to talk. */
    record Answered(String greeting, Encryption encryption) implements Attempt {}

    /** Why there was no greeting. */
    enum Cause {
        /** Nothing was said in time. */
        SILENT,
        /** The connection was closed. */
        CLOSED,
        /** What was said is not SMTP. */
        NOT_SMTP
    }
}
