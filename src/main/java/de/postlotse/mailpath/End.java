package de.postlotse.mailpath;

import java.util.List;

/** Where the way of a mail ends. */
public sealed interface End {

    /**
     * A server takes it.
     *
     * @param groups who is tried and can be reached, best first
     */
    record Delivered(List<Group> groups) implements End {

        public Delivered {
            groups = List.copyOf(groups);
        }
    }

    /** The sender keeps it and tries again, for 4 to 5 days at least (RFC 5321 §4.5.4.1), and only then returns it. */
    record Deferred(Delay reason) implements End {}

    /** The sender returns it at once. */
    record Bounced(Refusal reason) implements End {}

    /** Why a mail has to wait. */
    enum Delay {
        /** The MX records cannot be told now. */
        MX_UNKNOWN,
        /** There is no MX record, and the domain's own addresses cannot be told now. */
        ADDRESS_UNKNOWN,
        /** No server is usable, but of one at least it cannot be told now. */
        SERVERS_UNKNOWN,
        /** The best server is the sender itself. */
        SENDER_ITSELF,
        /** The servers have only addresses that cannot be reached from the internet. */
        NOT_REACHABLE,
        /** All servers that could take it are assumed to be off. */
        ALL_SWITCHED_OFF
    }

    /** Why a mail goes back. */
    enum Refusal {
        /** There is no such domain. */
        NO_SUCH_DOMAIN,
        /** The domain has neither an MX record nor an address. */
        HOST_UNKNOWN,
        /** The domain says that it takes no mail (RFC 7505). */
        ACCEPTS_NO_MAIL,
        /** There are MX records, but none leads to a server; the domain's own addresses do not count then. */
        NO_USABLE_SERVER
    }
}
