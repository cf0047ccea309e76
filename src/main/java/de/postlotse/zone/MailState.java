package de.postlotse.zone;

/** How the mail of a zone stands, worst first: what lists show and sort by. */
public enum MailState {
    /** A server of the zone cannot take mail: it does not exist, is an alias, or has no address that can be reached. */
    BROKEN,
    /** Somebody else changed the records at the name server. */
    DRIFTED,
    /** The name servers have not taken the last change for a while. */
    NOT_PUBLISHED,
    /** The world asks other name servers about the domain, so that nothing set here has an effect. */
    NOT_DELEGATED,
    /** The last change is on its way to the name server. */
    PUBLISHING,
    /** No MX record at the domain itself. */
    UNSET,
    /** The domain takes no mail, as wanted. */
    NO_MAIL,
    /** Mail goes to servers of the customer's choice. */
    OTHER_SERVERS,
    /** Mail goes to the hoster's own servers. */
    HOSTER
}
