package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.MxPolicy;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.OwnMailServers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks DNS what {@link HarmRules} has to know about a change, and only that; all at the same time. */
@Component
record ChangeJudgement(MxPolicy policy, OwnMailServers ownServers) {

    /** What a checked change would do; what its checks have heard from DNS already is not asked again. */
    ChangePreview judge(CheckedChange checked) {
        List<SetChange> changes = checked.wanted() == null ? List.of() : SetChange.of(checked.zone(), checked.wanted());
        Map<DomainName, HostStatus> known = checked.checks().hosts();
        Map<DomainName, CompletableFuture<HostStatus>> asked = new LinkedHashMap<>();
        Map<DomainName, MxSet> wildcards = Wildcards.after(checked.zone(), changes);
        changes.stream()
                .flatMap(change -> Stream.concat(serversInQuestion(change.with(wildcards)), ownersInQuestion(change)))
                .filter(host -> !known.containsKey(host))
                .forEach(host -> asked.computeIfAbsent(host, policy::check));
        Map<DomainName, HostStatus> answers = new HashMap<>(known);
        asked.forEach((host, answer) -> answers.put(host, answer.join()));
        wildcards.keySet().removeIf(owner -> !isWithoutAddress(answers.get(owner)));
        Set<Harm> harms = new HarmRules(ownServers, verdicts(answers), withAddress(answers))
                .judge(changes.stream().map(change -> change.with(wildcards)).toList());
        return new ChangePreview(checked, changes, harms, answers, wildcards);
    }

    /** Whether a server that stays can be used matters where another one goes. */
    private static Stream<DomainName> serversInQuestion(SetChange change) {
        return change.lost().isEmpty() || SetChange.servers(change.after()).isEmpty()
                ? Stream.empty()
                : Stream.concat(change.lost().stream(), SetChange.servers(change.after()).stream());
    }

    /** Whether an owner has an address of its own matters where it had no server or is to have no set. */
    private static Stream<DomainName> ownersInQuestion(SetChange change) {
        boolean mayHaveTaken =
                change.before().isEmpty() && SetChange.servers(change.after()).isEmpty();
        return mayHaveTaken || change.after().isEmpty() ? Stream.of(change.owner()) : Stream.empty();
    }

    private static Map<DomainName, Verdict> verdicts(Map<DomainName, HostStatus> answers) {
        return answers.values().stream().collect(Collectors.toMap(HostStatus::host, HostStatus::verdict));
    }

    /** Whatever else an owner has keeps a wildcard away. */
    private static boolean isWithoutAddress(@Nullable HostStatus owner) {
        return owner != null
                && (owner.answer() instanceof HostAnswer.NoAddress || owner.answer() instanceof HostAnswer.NoSuchName);
    }

    /** An alias is followed here, as senders do. */
    private static Set<DomainName> withAddress(Map<DomainName, HostStatus> answers) {
        return answers.values().stream()
                .filter(status ->
                        status.answer() instanceof HostAnswer.Addresses || status.answer() instanceof HostAnswer.Alias)
                .map(HostStatus::host)
                .collect(Collectors.toSet());
    }
}
