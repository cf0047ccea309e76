package de.postlotse.support;

import java.util.List;
import java.util.stream.Stream;

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

    /** Those whose subject is a mail server, worst first. */
    static final List<FindingKind> ABOUT_HOSTS =
            Stream.of(values()).filter(FindingKind::isAboutHost).toList();

    public int weight() {
        return ordinal();
    }

    /** Whether the editor would refuse such a server. */
    public boolean breaksMail() {
        return switch (this) {
            case NO_SERVER_LEFT, TARGET_GONE, TARGET_NO_ADDRESS, TARGET_PRIVATE, TARGET_ALIAS -> true;
            case NULL_MX_BESIDE_SERVERS,
                    NOT_DELEGATED,
                    DRIFTED,
                    PUBLISHING_FAILING,
                    TARGET_UNRESOLVABLE,
                    SECOND_LOOK,
                    SINGLE_SERVER -> false;
        };
    }

    /** Whether staff may say that it does not count for a zone. */
    public boolean isAdvice() {
        return this == SINGLE_SERVER;
    }

    /** Whether its subject is a mail server. */
    public boolean isAboutHost() {
        return breaksMail() || this == TARGET_UNRESOLVABLE || this == SINGLE_SERVER;
    }
}
