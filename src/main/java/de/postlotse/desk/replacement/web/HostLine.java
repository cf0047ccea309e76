package de.postlotse.desk.replacement.web;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import de.postlotse.policy.HostStatus;
import java.util.List;

/** What a page shows of what DNS says of a host. */
record HostLine(String host, HostCondition condition, List<String> addresses, List<HostFindingLine> findings) {

    static HostLine of(HostStatus status, List<HostFindingLine> findings) {
        return new HostLine(shown(status.host()), status.condition(), status.addresses(), findings);
    }

    /** As people know it, with the A-labels beside where they differ. */
    static String shown(DomainName host) {
        String unicode = host.toUnicode();
        return unicode.equals(host.toString()) ? unicode : unicode + " (" + host + ")";
    }
}
