package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Asks the name server of a zone that we publish whether a name of the zone may carry MX records. */
public interface OwnerLookup {

    /**
     * Asks the zone's own name server about an owner name.
     *
     * @param zone the apex of a zone that we publish
     * @param owner a name at or below the apex
     * @return completes within the budget and never exceptionally
     */
    CompletableFuture<Answer> ask(DomainName zone, DomainName owner);

    /** What a zone's own name server says of a name that is to carry MX records. */
    public sealed interface Answer {

        /**
         * The name can carry MX records.
         *
         * @param hiddenWildcard the wildcard that answers for this name today and would not any more once the name exists
         *     (RFC 4592 §2.2.1), where there is one
         */
        record Usable(@Nullable DomainName hiddenWildcard) implements Answer {}

        /** The name is an alias; nothing may stand beside a CNAME (RFC 2181 §10.1). */
        record IsAlias(DomainName canonical) implements Answer {}

        /** The name lies at or below a delegation: other name servers answer for it (RFC 1034 §4.2.1). */
        record Delegated(DomainName cut) implements Answer {}

        /** The name lies below a DNAME, which redirects everything below it (RFC 6672 §2.4). */
        record BelowDname(DomainName dname) implements Answer {}

        /** The name server does not serve the zone. */
        record NotServed() implements Answer {}

        /** Neither yes nor no. */
        record Unknown(HostAnswer.Cause cause) implements Answer {}
    }
}
