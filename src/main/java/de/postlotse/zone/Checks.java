package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks of a change have found out.
 *
 * @param hosts what DNS said of the servers, so that nobody need ask again
 */
record Checks(List<Finding> findings, Map<DomainName, HostStatus> hosts) {

    /** Nobody has asked anything. */
    static final Checks NONE = new Checks(List.of(), Map.of());

    Checks {
        findings = List.copyOf(findings);
        hosts = Map.copyOf(hosts);
    }

    /** Of some entries that were checked one by one. */
    static Checks of(List<CheckedEntry> entries) {
        Map<DomainName, HostStatus> hosts = new HashMap<>();
        entries.forEach(entry -> {
            if (entry.host() != null) {
                hosts.put(entry.host().host(), entry.host());
            }
        });
        return new Checks(
                entries.stream()
                        .flatMap(entry -> entry.findings().stream())
                        .distinct()
                        .toList(),
                hosts);
    }

    /** Of several sets. */
    static Checks all(List<Checks> parts) {
        Map<DomainName, HostStatus> hosts = new HashMap<>();
        parts.forEach(part -> hosts.putAll(part.hosts()));
        return new Checks(
                parts.stream()
                        .flatMap(part -> part.findings().stream())
                        .distinct()
                        .toList(),
                hosts);
    }
}
