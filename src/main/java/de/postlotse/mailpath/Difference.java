package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import java.util.List;

/**
 * What Postfix does otherwise than Exim, which the route follows.
 *
 * @param hosts the servers that it is about
 */
public record Difference(Kind kind, List<DomainName> hosts) {

    public Difference {
        hosts = List.copyOf(hosts);
    }

    /** The points on which the two disagree. */
    public enum Kind {
        /** Postfix returns all mail; Exim uses the other servers. */
        NULL_MX_BESIDE_OTHERS,
        /** Postfix warns and delivers to the address; Exim takes it for a name that does not exist. */
        ADDRESS_AS_NAME,
        /** Postfix tries the server again; Exim tries it once. */
        SAME_HOST,
        /** Postfix stops after five addresses (smtp_mx_address_limit); Exim tries all. */
        ADDRESS_LIMIT,
        /** Postfix returns the mail since it would loop; Exim keeps it. */
        SENDER_ITSELF
    }
}
