package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the server that somebody meant who mistyped its name by one letter: one too many, one missing, a wrong one, two swapped. */
@Component
public class MeantHost {

    private static final String ANY = "*.";
    private static final String RESEMBLES = "target-resembles-known";
    /** Findings of a host that was not found, or not asked. */
    private static final Set<String> NOT_FOUND = Set.of(
            "target-does-not-exist", "target-has-no-address", "target-unchecked-timeout", "target-unchecked-failure");
    /** What people call mail servers of their own. */
    private static final List<String> USUAL =
            List.of("mail", "mx", "mx1", "mx2", "mx01", "mx02", "smtp", "mail1", "mail2");

    private final MxPolicy policy;
    private final List<MailHostNames> known;

    MeantHost(MxPolicy policy, List<MailHostNames> known) {
        this.policy = policy;
        this.known = List.copyOf(known);
    }

    /**
     * The same with the server that was probably meant as suggestion.
     *
     * @param ofZone servers of the zone's sets
     */
    public CheckedEntry suggest(CheckedEntry checked, DomainName zone, Collection<DomainName> ofZone) {
        if (checked.entry() == null || checked.entry().record().isNullMx()) {
            return checked;
        }
        DomainName typed = checked.entry().record().target();
        boolean missing = checked.findings().stream().anyMatch(MeantHost::misses);
        Set<String> names = new LinkedHashSet<>();
        ofZone.forEach(host -> names.add(host.toString()));
        known.forEach(source -> names.addAll(source.names()));
        Optional<String> meant = meant(typed, names);
        if (!missing) {
            return names.contains(typed.toString()) ? checked : withWarning(checked, typed, meant);
        }
        Optional<String> suggestion = meant.or(() -> usual(typed, zone));
        return suggestion.isEmpty()
                ? checked
                : new CheckedEntry(
                        checked.entry(),
                        checked.findings().stream()
                                .map(finding -> misses(finding) ? finding.suggesting(suggestion.get()) : finding)
                                .toList(),
                        checked.host());
    }

    /** Whether the suggestion of a finding with this code is a server that was probably meant. */
    static boolean suggestsFor(String code) {
        return NOT_FOUND.contains(code) || code.equals(RESEMBLES);
    }

    private static boolean misses(Finding finding) {
        return NOT_FOUND.contains(finding.code()) && finding.suggestion() == null;
    }

    /** A host of the same domain may well differ by one letter; that one of another domain does is hardly meant. */
    private static CheckedEntry withWarning(CheckedEntry checked, DomainName typed, Optional<String> meant) {
        Optional<String> other = meant.filter(name -> !domain(name).equals(domain(typed.toString())));
        if (other.isEmpty()) {
            return checked;
        }
        List<Finding> findings = new ArrayList<>(checked.findings());
        findings.add(Finding.warning(Finding.Field.TARGET, "target-resembles-known", typed, other.get())
                .suggesting(other.get()));
        return new CheckedEntry(checked.entry(), findings, checked.host());
    }

    private static String domain(String host) {
        return host.substring(host.indexOf('.') + 1);
    }

    private static Optional<String> meant(DomainName typed, Collection<String> names) {
        return names.stream()
                .flatMap(name -> candidate(typed, name).stream())
                .filter(name -> Typo.isBetween(typed.toString(), name))
                .findFirst();
    }

    /** The name with the beginning that was typed, where any will do. */
    private static Optional<String> candidate(DomainName typed, String name) {
        if (!name.startsWith(ANY)) {
            return Optional.of(name);
        }
        String end = name.substring(ANY.length());
        int own = typed.labels().size() - end.split("\\.").length;
        return own < 1
                ? Optional.empty()
                : Optional.of(String.join(".", typed.labels().subList(0, own)) + "." + end);
    }

    /** A host of the zone with a usual name, if DNS knows it. */
    private Optional<String> usual(DomainName typed, DomainName zone) {
        List<DomainName> candidates = Stream.of(zone)
                .filter(typed::isBelow)
                .flatMap(apex -> USUAL.stream().map(apex::child))
                .filter(host -> Typo.isBetween(typed.toString(), host.toString()))
                .toList();
        List<CompletableFuture<HostStatus>> asked =
                candidates.stream().map(policy::check).toList();
        return asked.stream()
                .map(CompletableFuture::join)
                .filter(status -> status.verdict().passes())
                .map(status -> status.host().toString())
                .findFirst();
    }
}
