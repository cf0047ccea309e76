package de.postlotse.zone;

import de.postlotse.dns.MxSet;
import java.util.Optional;

/** Where the mail of a domain itself goes, by what the store wants. */
public enum MailRouting {
    /** Only to the hoster's own mail servers. */
    HOSTER,
    /** To other servers than the hoster's, or to both. */
    OTHER_SERVERS,
    /** Nowhere: the domain says that it takes no mail (RFC 7505). */
    NO_MAIL,
    /** Nothing is said: senders try the domain's own address (RFC 5321 §5.1). */
    UNSET;

    public static MailRouting of(Optional<MxSet> apexSet, OwnMailServers ownServers) {
        if (apexSet.isEmpty()) {
            return UNSET;
        }
        MxSet set = apexSet.get();
        if (set.isNullMx()) {
            return NO_MAIL;
        }
        return ownServers.areAll(set.targets()) ? HOSTER : OTHER_SERVERS;
    }

    /** As pages and the API call it; the store has older names. */
    public String code() {
        return switch (this) {
            case HOSTER -> "OURS";
            case OTHER_SERVERS -> "OTHER";
            case NO_MAIL -> "NO_MAIL";
            case UNSET -> "NONE";
        };
    }
}
