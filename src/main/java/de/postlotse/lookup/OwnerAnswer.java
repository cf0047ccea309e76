package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import org.jspecify.annotations.Nullable;

/** What a zone's own name server says of a name that is to carry MX records. */
public sealed interface OwnerAnswer {

    /**
     * The name can carry MX records.
     *
     * @param hiddenWildcard the wildcard that answers for this name today and would not any more once the name exists
     *     (RFC 4592 §2.2.1), where there is one
     */
    record Usable(@Nullable DomainName hiddenWildcard) implements OwnerAnswer {}

    /** The name is an alias; nothing may stand beside a CNAME (RFC 2181 §10.1). */
    record IsAlias(DomainName canonical) implements OwnerAnswer {}

    /** The name lies at or below a delegation: other name servers answer for it (RFC 1034 §4.2.1). */
    record Delegated(DomainName cut) implements OwnerAnswer {}

    /** The name lies below a DNAME, which redirects everything below it (RFC 6672 §2.4). */
    record BelowDname(DomainName dname) implements OwnerAnswer {}

    /** The name server does not serve the zone. */
    record NotServed() implements OwnerAnswer {}

    /** Neither yes nor no. */
    record Unknown(HostAnswer.Cause cause) implements OwnerAnswer {}
}
