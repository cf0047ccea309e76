package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnerLookup;
import de.postlotse.policy.Finding.Field;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * All rules about one MX entry, for the form and the API alike. It collects every finding instead of stopping at the
 * first, and asks DNS about owner and target at the same time.
 */
@Component
public class MxPolicy {

    private static final Duration[] BOUNDS =
            Stream.of(100, 300, 1_000, 2_000, 3_000).map(Duration::ofMillis).toArray(Duration[]::new);

    private final HostLookup hosts;
    private final OwnerLookup owners;
    private final OwnNameServers ownNameServers;
    private final PolicyProperties properties;
    private final HostJudge judge;
    private final WebServerRule webServers;
    private final Map<Verdict, Timer> times = new EnumMap<>(Verdict.class);

    MxPolicy(
            HostLookup hosts,
            OwnerLookup owners,
            OwnNameServers ownNameServers,
            PolicyProperties properties,
            MeterRegistry meters) {
        this.hosts = hosts;
        this.owners = owners;
        this.ownNameServers = ownNameServers;
        this.properties = properties;
        this.judge = new HostJudge(properties);
        this.webServers = new WebServerRule(hosts);
        for (Verdict verdict : Verdict.values()) {
            times.put(
                    verdict,
                    Timer.builder("postlotse.checks")
                            .description("Checks of an entry by their verdict, and how long they took")
                            .tag("verdict", verdict.name())
                            .serviceLevelObjectives(BOUNDS)
                            .register(meters));
        }
    }

    /**
     * Starts to check an entry.
     *
     * @param existing without the record that the entry replaces
     * @return completes within the budget for DNS, never exceptionally
     */
    public CompletableFuture<CheckedEntry> check(DomainName zone, ExistingSets existing, TypedMx typed) {
        Timer.Sample time = Timer.start();
        return ask(zone, read(zone, existing, typed)).whenComplete((checked, failure) -> {
            if (checked != null) {
                time.stop(Objects.requireNonNull(times.get(Verdict.of(checked.findings()))));
            }
        });
    }

    /** The part of a check that needs no DNS. */
    EntryReading read(DomainName zone, ExistingSets existing, TypedMx typed) {
        Optional<DomainName> stored = TypedOwner.read(typed.owner(), zone).filter(existing::has);
        ParsedField<DomainName> owner =
                stored.map(name -> ParsedField.of(name)).orElseGet(() -> OwnerReader.read(typed.owner(), zone));
        return EntryReading.of(
                typed,
                owner,
                readTarget(typed.target(), zone),
                owner.value().flatMap(existing::at),
                stored.isPresent(),
                properties.proposedTtl());
    }

    /** The part of a check that asks DNS, about owner and target at the same time. */
    CompletableFuture<CheckedEntry> ask(DomainName zone, EntryReading entry) {
        List<Finding> findings = entry.findings();
        CompletableFuture<Optional<HostStatus>> target = askTarget(entry.target());
        CompletableFuture<Optional<Finding>> web =
                target.thenCompose(status -> status.map(found -> webServers.judge(zone, found.host(), found.answer()))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty())));
        return askOwner(zone, entry).thenCombine(web, (ofOwner, ofWeb) -> {
            findings.addAll(ofOwner);
            // It is there already: the question about the web server follows on it.
            Optional<HostStatus> ofTarget = target.join();
            ofTarget.ifPresent(status -> findings.addAll(status.findings()));
            ofWeb.ifPresent(findings::add);
            return new CheckedEntry(entry.entry(), findings, ofTarget.orElse(null));
        });
    }

    /** What DNS and the rules say of one mail server. */
    public CompletableFuture<HostStatus> check(DomainName host) {
        return hosts.ask(host).thenApply(answer -> judge.judge(host, answer));
    }

    /** Reads a server that is meant for no zone in particular. */
    public ParsedField<DomainName> readHost(String typed) {
        return unlessReserved(TargetReader.read(typed));
    }

    private ParsedField<DomainName> readTarget(String typed, DomainName zone) {
        return unlessReserved(TargetReader.read(typed, zone));
    }

    private ParsedField<DomainName> unlessReserved(ParsedField<DomainName> target) {
        return target.value().filter(this::leadsNowhere).isPresent()
                ? ParsedField.refused(Finding.error(
                        Field.TARGET, "target-special-use", target.value().orElseThrow()))
                : target;
    }

    /** Special-use names exist nowhere, but in zones that we publish ourselves; some prove something all the same. */
    private boolean leadsNowhere(DomainName target) {
        return SpecialUseNames.contains(target)
                && !VerificationNames.contains(target)
                && ownNameServers.enclosing(target).isEmpty();
    }

    private CompletableFuture<Optional<HostStatus>> askTarget(ParsedField<DomainName> target) {
        return target.value()
                .filter(host -> !host.isRoot() && !VerificationNames.contains(host))
                .map(host -> check(host).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
    }

    /** The apex and owners that have a set already carry MX records by right; there is nothing to ask. */
    private CompletableFuture<List<Finding>> askOwner(DomainName zone, EntryReading entry) {
        return entry.owner()
                .value()
                .filter(name -> !entry.ownerHasSet() && !name.equals(zone))
                .map(name ->
                        owners.ask(zone, name).thenApply((OwnerLookup.Answer answer) -> OwnerRules.judge(name, answer)))
                .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
    }
}
