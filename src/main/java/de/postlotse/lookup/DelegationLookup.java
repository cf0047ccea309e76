package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.concurrent.CompletableFuture;

/** Asks DNS whether the zone above a zone of ours leads the world to the zone's own name servers (RFC 1034 §4.2.1). */
public interface DelegationLookup {

    /**
     * Compares the name servers that the zone names itself, at our own name server, with those that the world is sent
     * to.
     *
     * @return completes within the budget ({@code postlotse.dns.budget}) and never exceptionally
     */
    CompletableFuture<DelegationAnswer> ask(DomainName zone);
}
