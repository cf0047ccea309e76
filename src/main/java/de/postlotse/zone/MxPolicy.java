package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnerAnswer;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.zone.Finding.Field;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * All rules about one MX entry, for the form and the API alike. It collects every finding instead of stopping at the
 * first, and asks DNS about owner and target at the same time.
 */
@Component
class MxPolicy {

    private final HostLookup hosts;
    private final OwnerLookup owners;
    private final OwnNameServers ownNameServers;
    private final PolicyProperties properties;
    private final HostRules hostRules;

    MxPolicy(HostLookup hosts, OwnerLookup owners, OwnNameServers ownNameServers, PolicyProperties properties) {
        this.hosts = hosts;
        this.owners = owners;
        this.ownNameServers = ownNameServers;
        this.properties = properties;
        this.hostRules = new HostRules(properties);
    }

    /**
     * Starts to check an entry.
     *
     * @param existing the set that the entry is to join, by owner; without the record that it replaces
     * @return completes within the budget for DNS, never exceptionally
     */
    CompletableFuture<CheckedEntry> check(
            DomainName zone, Function<DomainName, Optional<MxSet>> existing, TypedMx typed) {
        return ask(zone, read(zone, existing, typed));
    }

    /** The part of a check that needs no DNS. */
    EntryReading read(DomainName zone, Function<DomainName, Optional<MxSet>> existing, TypedMx typed) {
        Reading<DomainName> owner = OwnerReader.read(typed.owner(), zone);
        return EntryReading.of(
                typed,
                owner,
                readTarget(typed.target(), zone),
                owner.value().flatMap(existing),
                properties.proposedTtl());
    }

    /** The part of a check that asks DNS, about owner and target at the same time. */
    CompletableFuture<CheckedEntry> ask(DomainName zone, EntryReading entry) {
        List<Finding> findings = entry.findings();
        return askOwner(zone, entry).thenCombine(askTarget(entry.target()), (ofOwner, ofTarget) -> {
            findings.addAll(ofOwner);
            ofTarget.ifPresent(status -> findings.addAll(status.findings()));
            return new CheckedEntry(entry.entry(), findings, ofTarget.orElse(null));
        });
    }

    /** What DNS and the rules say of one mail server. */
    CompletableFuture<HostStatus> check(DomainName host) {
        return hosts.ask(host).thenApply(answer -> new HostStatus(host, answer, hostRules.judge(host, answer)));
    }

    /** Reads a server that is meant for no zone in particular. */
    Reading<DomainName> readHost(String typed) {
        return unlessReserved(TargetReader.read(typed));
    }

    private Reading<DomainName> readTarget(String typed, DomainName zone) {
        return unlessReserved(TargetReader.read(typed, zone));
    }

    private Reading<DomainName> unlessReserved(Reading<DomainName> target) {
        return target.value().filter(this::leadsNowhere).isPresent()
                ? Reading.refused(Finding.error(
                        Field.TARGET, "target-special-use", target.value().orElseThrow()))
                : target;
    }

    /** Special-use names exist nowhere, but in zones that we publish ourselves. */
    private boolean leadsNowhere(DomainName target) {
        return SpecialUseNames.contains(target)
                && ownNameServers.enclosing(target).isEmpty();
    }

    private CompletableFuture<Optional<HostStatus>> askTarget(Reading<DomainName> target) {
        return target.value()
                .filter(host -> !host.isRoot())
                .map(host -> check(host).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** The apex and owners that have a set already carry MX records by right; there is nothing to ask. */
    private CompletableFuture<List<Finding>> askOwner(DomainName zone, EntryReading entry) {
        return entry.owner()
                .value()
                .filter(name -> entry.existing().isEmpty() && !name.equals(zone))
                .map(name -> owners.ask(zone, name).thenApply((OwnerAnswer answer) -> OwnerRules.judge(name, answer)))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }
}
