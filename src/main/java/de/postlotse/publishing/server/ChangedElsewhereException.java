package de.postlotse.publishing.server;

import de.postlotse.dns.DomainName;

/** Somebody else changed a zone's MX sets at its name server; they are not overwritten unseen. */
public final class ChangedElsewhereException extends NameServerException {

    private final transient ServedZone found;
    private final boolean overwritten;

    /** @param found what the server holds instead */
    public ChangedElsewhereException(DomainName zone, ServedZone found) {
        this(zone, found, false);
    }

    private ChangedElsewhereException(DomainName zone, ServedZone found, boolean overwritten) {
        super(Reason.CHANGED_ELSEWHERE, "somebody else changed the MX records of " + zone);
        this.found = found;
        this.overwritten = overwritten;
    }

    /**
     * Somebody changed the zone in the same moment as we did, and the server cannot compare: what is wanted is there, and
     * if their change was one of the MX sets, it is gone.
     */
    public static ChangedElsewhereException overwritten(DomainName zone, ServedZone found) {
        return new ChangedElsewhereException(zone, found, true);
    }

    public boolean isOverwritten() {
        return overwritten;
    }

    public ServedZone found() {
        return found;
    }
}
