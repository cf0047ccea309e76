package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the checks of a change have found out.
 *
 * @param hosts what DNS said of the servers, so that nobody need ask again
 */
public record Checks(List<Finding> findings, Map<DomainName, HostStatus> hosts) {

    /** Nobody has asked anything. */
    public static final Checks NONE = new Checks(List.of(), Map.of());

    public Checks {
        findings = List.copyOf(findings);
        hosts = Map.copyOf(hosts);
    }

    /** Of some entries that were checked one by one. */
    public static Checks of(List<CheckedEntry> entries) {
        return all(entries.stream()
                .map(entry -> new Checks(
                        entry.findings(),
                        entry.host() == null ? Map.of() : Map.of(entry.host().host(), entry.host())))
                .toList());
    }

    /** Of several sets. */
    public static Checks all(List<Checks> parts) {
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
