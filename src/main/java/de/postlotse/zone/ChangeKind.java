package de.postlotse.zone;

/** What a line of the history is about. */
public enum ChangeKind {
    TAKEN_OVER,
    RECORD_ADDED,
    RECORD_CHANGED,
    RECORD_REMOVED,
    SET_REPLACED,
    SET_REMOVED,
    /** Several sets, or one, were replaced by the servers of a provider in one change. */
    SERVERS_SWITCHED,
    /** A server was taken out of its set for maintenance. */
    SERVER_TAKEN_OUT,
    SERVER_PUT_BACK,
    TTL_CHANGED,
    /** A server was replaced by another one, in this zone as in all others. */
    HOST_REPLACED,
    OWN_SERVERS_USED,
    MAIL_REFUSED,
    /** The sets of an earlier version came back. */
    RESTORED,
    /** What somebody else put at the name server was replaced by what the store has. */
    DRIFT_REPLACED,
    /** What somebody else put at the name server was taken into the store. */
    DRIFT_ADOPTED
}
