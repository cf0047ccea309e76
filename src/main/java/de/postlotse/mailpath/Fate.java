package de.postlotse.mailpath;

/** What becomes of one server on the way: contacted, or left out and why. */
public enum Fate {
    /** Senders contact it and can reach it. */
    TRIED,
    /** Senders contact it in vain: none of its addresses can be reached from the internet. */
    UNREACHABLE,
    /** Senders contact it in vain, since it is assumed to be off ("what if"). */
    SWITCHED_OFF,
    /** There is no such name. */
    NO_SUCH_NAME,
    /** No name of a host, so that senders do not even look it up: a label begins or ends with a hyphen. */
    NO_HOST_NAME,
    /** The name has no address. */
    NO_ADDRESS,
    /** The name is an alias that leads nowhere. */
    DANGLING_ALIAS,
    /** Its addresses cannot be told now. */
    UNKNOWN,
    /** An address stands where a name belongs (RFC 1035 §3.3.9). */
    ADDRESS_AS_NAME,
    /** The same name stands at a better priority. */
    SAME_HOST,
    /** All of its addresses belong to servers that are tried before. */
    SAME_ADDRESS,
    /** "No mail" beside real servers, which RFC 7505 §3 forbids. */
    NULL_MX,
    /** Its address means the sender itself. */
    SENDER_ITSELF,
    /** Not better than a server whose address means the sender itself (RFC 5321 §5.1). */
    BEHIND_SENDER_ITSELF,
    /** Beyond the number of servers that are examined. */
    NOT_EXAMINED;

    /** Whether senders open a connection to it, with or without success. */
    public boolean isContacted() {
        return this == TRIED || this == UNREACHABLE || this == SWITCHED_OFF;
    }

    boolean isOpen() {
        return this == UNKNOWN || this == NOT_EXAMINED;
    }
}
