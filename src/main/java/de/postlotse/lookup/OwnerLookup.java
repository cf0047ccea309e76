package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.concurrent.CompletableFuture;

/** Asks the name server of a zone that we publish whether a name of the zone may carry MX records. */
public interface OwnerLookup {

    /**
     * Asks the zone's own name server about an owner name.
     *
     * @param zone the apex of a zone that we publish
     * @param owner a name at or below the apex
     * @return completes within the budget and never exceptionally
     */
    CompletableFuture<OwnerAnswer> ask(DomainName zone, DomainName owner);
}
