package de.postlotse.zone;

/** Whether the world asks our name servers about a zone; what is set here counts only then. */
public enum Delegation {
    /** Not looked at yet, or a name that public DNS does not delegate to anybody (RFC 6761). */
    UNKNOWN,
    /** The zone above names at least one of the zone's own name servers. */
    OURS,
    /** The zone above names other name servers only. */
    ELSEWHERE,
    /** The zone above does not know the domain. */
    NONE
}
