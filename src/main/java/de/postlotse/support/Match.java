package de.postlotse.support;

/** Why a zone was found, with what is the surest sign first. */
public enum Match {
    /** Its name is what was looked for. */
    DOMAIN(0),
    /** The name that was looked for lies in it. */
    DOMAIN_ABOVE(1),
    CUSTOMER(2),
    /** One of its MX records names the host. */
    SERVER(2),
    /** One of its MX records names a host that has the address. */
    ADDRESS(2),
    PART_OF_DOMAIN(3),
    START_OF_CUSTOMER(3),
    PART_OF_SERVER(3);

    private final int place;

    Match(int place) {
        this.place = place;
    }

    /** Zones that were found for equally good reasons are listed worst first. */
    int place() {
        return place;
    }
}
