package de.postlotse.zone;

/** How the mail of a zone stands, in one word for both whose servers take it and how it is; older programs read it. */
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
    HOSTER;

    static MailState of(
            ServersJudged.Servers servers, Delegation delegation, PublicationState publication, MailRouting routing) {
        if (servers.areBroken()) {
            return BROKEN;
        }
        if (delegation == Delegation.ELSEWHERE || delegation == Delegation.NONE) {
            return NOT_DELEGATED;
        }
        return switch (publication) {
            case DRIFTED -> DRIFTED;
            case OVERDUE -> NOT_PUBLISHED;
            case ORDERED, SPREADING, FAILING -> PUBLISHING;
            case LIVE ->
                switch (routing) {
                    case UNSET -> UNSET;
                    case NO_MAIL -> NO_MAIL;
                    case OTHER_SERVERS -> OTHER_SERVERS;
                    case HOSTER -> HOSTER;
                };
        };
    }

    /** Whether support looks at it: mail is lost, or the world sees something else. */
    public boolean isFault() {
        return switch (this) {
            case BROKEN, DRIFTED, NOT_PUBLISHED, NOT_DELEGATED -> true;
            case PUBLISHING, UNSET, NO_MAIL, OTHER_SERVERS, HOSTER -> false;
        };
    }
}
