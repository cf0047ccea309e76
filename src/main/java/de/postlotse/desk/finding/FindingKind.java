package de.postlotse.desk.finding;

/** What can be wrong with a zone, worst first. The place is the weight that lists in the store sort by. */
public enum FindingKind {
    /** No server of an owner takes mail. */
    NO_SERVER_LEFT,
    /** A server does not exist, or is an alias that leads to nothing; others are left. */
    TARGET_GONE,
    /** A server has no address; others are left. */
    TARGET_NO_ADDRESS,
    /** The world can reach none of a server's addresses; others are left. */
    TARGET_PRIVATE,
    /** A server is an alias, which some senders do not follow (RFC 2181 §10.3). */
    TARGET_ALIAS,
    /** A server's name can be none, whatever DNS says: an address, one label, an underscore, or the zone appended twice. */
    TARGET_IMPOSSIBLE,
    /** An owner's name can be none, or a null MX has another priority than 0 (RFC 7505 §3). */
    RECORD_IMPOSSIBLE,
    /** "No mail" stands beside servers, so that senders disagree whether to deliver (RFC 7505 §3). */
    NULL_MX_BESIDE_SERVERS,
    /** The world asks other name servers about the domain. */
    NOT_DELEGATED,
    /** Somebody else changed the records at the name server. */
    DRIFTED,
    /** The name server has not taken the last change for longer than the operator puts up with. */
    PUBLISHING_FAILING,
    /** DNS has told nothing about a server for a while. */
    TARGET_UNRESOLVABLE,
    /** The day has come on which somebody wanted to look at the zone again. */
    SECOND_LOOK,
    /** Advice only: the domain has one server and no backup. */
    SINGLE_SERVER;

    public int weight() {
        return ordinal();
    }

    /** Whether the editor would refuse such a record. */
    public boolean breaksMail() {
        return switch (this) {
            case NO_SERVER_LEFT,
                    TARGET_GONE,
                    TARGET_NO_ADDRESS,
                    TARGET_PRIVATE,
                    TARGET_ALIAS,
                    TARGET_IMPOSSIBLE,
                    RECORD_IMPOSSIBLE,
                    NULL_MX_BESIDE_SERVERS -> true;
            case NOT_DELEGATED, DRIFTED, PUBLISHING_FAILING, TARGET_UNRESOLVABLE, SECOND_LOOK, SINGLE_SERVER -> false;
        };
    }

    public Severity severity() {
        return switch (this) {
            case NO_SERVER_LEFT,
                    TARGET_GONE,
                    TARGET_NO_ADDRESS,
                    TARGET_PRIVATE,
                    TARGET_IMPOSSIBLE,
                    NOT_DELEGATED,
                    DRIFTED,
                    PUBLISHING_FAILING -> Severity.FAULT;
            case TARGET_ALIAS, RECORD_IMPOSSIBLE, NULL_MX_BESIDE_SERVERS, TARGET_UNRESOLVABLE, SECOND_LOOK ->
                Severity.WARNING;
            case SINGLE_SERVER -> Severity.ADVICE;
        };
    }

    /** Whether staff may say that it does not count for a zone. */
    public boolean isAdvice() {
        return severity() == Severity.ADVICE;
    }

    /** Whether its subject is a mail server. */
    public boolean isAboutHost() {
        boolean aboutZone = this == RECORD_IMPOSSIBLE || this == NULL_MX_BESIDE_SERVERS;
        return breaksMail() && !aboutZone || this == TARGET_UNRESOLVABLE || this == SINGLE_SERVER;
    }

    /** How much it presses, worst first. */
    public enum Severity {
        /** Mail is lost, or what is set here is not what the world sees. */
        FAULT,
        /** Somebody should look. */
        WARNING,
        /** Nothing is wrong. */
        ADVICE
    }
}
