package de.postlotse.lookup;

import org.xbill.DNS.Name;

/** What an authoritative server's replies say of a host; it knows only the zones that it serves. */
sealed interface Finding {

    /** That is it. */
    record Settled(HostAnswer answer) implements Finding {}

    /** The host is an alias; what its end is has to be asked. */
    record LeadsTo(Name end) implements Finding {}

    /** The server does not answer for this name: it lies below a delegation, or in a zone that is not served here. */
    record Elsewhere() implements Finding {}
}
