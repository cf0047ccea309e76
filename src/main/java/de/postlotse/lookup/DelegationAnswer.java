package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.List;

/** Whom the world asks about a zone. */
public sealed interface DelegationAnswer {

    /** At least one of the zone's own name servers. */
    record Ours() implements DelegationAnswer {}

    /** Other name servers only; the names are what somebody else wrote into DNS. */
    record Elsewhere(List<DomainName> servers) implements DelegationAnswer {

        public Elsewhere {
            servers = List.copyOf(servers);
        }
    }

    /** Nobody: the zone above does not know the name. */
    record None() implements DelegationAnswer {}

    /** It could not be told now. */
    record Unknown() implements DelegationAnswer {}
}
