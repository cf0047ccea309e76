package de.postlotse.zone.change;

/** What a change can do to mail that its editor should know before it is saved. The names are part of the API. */
public enum Harm {
    /** An owner that takes mail takes none any more. */
    MAIL_STOPS,
    /** Mail that went to the hoster's own servers alone goes elsewhere, or there too. */
    MAIL_LEAVES_OUR_SERVERS,
    /** No server that an owner is left with is known to be usable. */
    LAST_USABLE_SERVER_GOES,
    /** None of the old servers of an owner takes its mail any more, and not only our own servers are concerned. */
    ALL_SERVERS_CHANGE,
    /** Several owners lose a server that they share. */
    SHARED_HOST_LOST
}
