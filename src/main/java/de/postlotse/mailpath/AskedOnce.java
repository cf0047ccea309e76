package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostLookup;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Asks about each host once at most, so that ways that are shown side by side rest on the same answers. */
final class AskedOnce implements HostLookup {

    private final HostLookup hosts;
    private final Map<DomainName, CompletableFuture<HostAnswer>> answers = new ConcurrentHashMap<>();

    AskedOnce(HostLookup hosts, Map<DomainName, HostAnswer> known) {
        this.hosts = hosts;
        known.forEach((host, answer) -> answers.put(host, CompletableFuture.completedFuture(answer)));
    }

    @Override
    public CompletableFuture<HostAnswer> ask(DomainName host) {
        return answers.computeIfAbsent(host, hosts::ask);
    }
}
