package de.postlotse.policy;

/** What the rules make of what DNS says of a mail server, in one word: what is kept of it over time. */
public enum HostCondition {
    /** It has an address that the world can reach. */
    USABLE,
    /** There is no such name (NXDOMAIN). */
    DOES_NOT_EXIST,
    /** It is an alias that leads to nothing. */
    DANGLING_ALIAS,
    /** The name exists and has no address (NODATA). */
    NO_ADDRESS,
    /** It has addresses, none of which the world can reach. */
    NOT_REACHABLE,
    /** It is an alias (RFC 2181 §10.3); most senders follow it, some do not. */
    ALIAS,
    /** DNS does not tell: neither yes nor no. */
    UNCHECKED;

    /** Whether no sender delivers to such a server. */
    public boolean losesMail() {
        return switch (this) {
            case DOES_NOT_EXIST, DANGLING_ALIAS, NO_ADDRESS, NOT_REACHABLE -> true;
            case USABLE, ALIAS, UNCHECKED -> false;
        };
    }
}
