package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer.Cause;

/** What a sender learns of a domain before it looks at any server. */
public sealed interface Step {

    /** The domain is an alias; the mail follows it. */
    record AliasFollowed(DomainName end) implements Step {}

    /** There are MX records; equal priorities are one group. */
    record MxFound(int records, int groups) implements Step {}

    /** There is no MX record, so the domain's own addresses stand in (RFC 5321 §5.1). */
    record NoMx() implements Step {}

    /** There is no such domain. */
    record NoSuchDomain() implements Step {}

    /** The question for MX records was not answered. */
    record MxUnknown(Cause cause) implements Step {}
}
