package de.postlotse.zone;

/** How far the name servers follow the store, by name. The transitions are {@link Publication}'s. */
public enum PublicationState {
    /** A change waits for the name server, or is being brought to it. */
    ORDERED,
    /** The zone's own name server answers with what is wanted; not all others that the zone names do yet. */
    SPREADING,
    /** Every name server of the zone answers with what is wanted. */
    LIVE,
    /** The name server did not take the change; it is tried again. */
    FAILING,
    /** The same, for longer than the operator puts up with; it is still tried again. */
    OVERDUE,
    /** Somebody else changed the MX sets at the name server; nothing is sent until it is decided whose count. */
    DRIFTED
}
