package de.postlotse.publishing;

import de.postlotse.dns.DomainName;

/** Somebody else changed a zone's MX sets at its name server; they are not overwritten unseen. */
public final class ChangedElsewhereException extends NameServerException {

    private static final long serialVersionUID = 1L;

    private final transient ServedZone found;

    /** @param found what the server holds instead */
    public ChangedElsewhereException(DomainName zone, ServedZone found) {
        super(Reason.CHANGED_ELSEWHERE, "somebody else changed the MX records of " + zone);
        this.found = found;
    }

    public ServedZone found() {
        return found;
    }
}
