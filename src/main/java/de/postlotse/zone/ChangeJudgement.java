package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Asks DNS what {@link HarmRules} has to know about a change, and only that; all at the same time. */
@Component
class ChangeJudgement {

    private final MxPolicy policy;
    private final OwnMailServers ownServers;

    ChangeJudgement(MxPolicy policy, OwnMailServers ownServers) {
        this.policy = policy;
        this.ownServers = ownServers;
    }

    /**
     * Judges a change.
     *
     * @param known what DNS said already
     */
    Judged judge(List<SetChange> changes, Map<DomainName, HostStatus> known) {
        Map<DomainName, CompletableFuture<HostStatus>> asked = new LinkedHashMap<>();
        changes.stream()
                .flatMap(change -> Stream.concat(serversInQuestion(change), ownersInQuestion(change)))
                .filter(host -> !known.containsKey(host))
                .forEach(host -> asked.computeIfAbsent(host, policy::check));
        Map<DomainName, HostStatus> answers = new HashMap<>(known);
        asked.forEach((host, answer) -> answers.put(host, answer.join()));
        Set<Harm> harms = new HarmRules(ownServers, verdicts(answers), withAddress(answers)).judge(changes);
        return new Judged(harms, answers);
    }

    /**
     * What a change does.
     *
     * @param hosts all that DNS said of servers and owners
     */
    record Judged(Set<Harm> harms, Map<DomainName, HostStatus> hosts) {}

    /** Whether a server that stays can be used matters where another one goes. */
    private static Stream<DomainName> serversInQuestion(SetChange change) {
        return change.lost().isEmpty() || SetChange.servers(change.after()).isEmpty()
                ? Stream.empty()
                : Stream.concat(change.lost().stream(), SetChange.servers(change.after()).stream());
    }

    /** Whether an owner has an address of its own matters where it had no set or is to have none. */
    private static Stream<DomainName> ownersInQuestion(SetChange change) {
        boolean mayHaveTaken =
                change.before().isEmpty() && SetChange.servers(change.after()).isEmpty();
        boolean mayStillTake =
                change.after().isEmpty() && !SetChange.servers(change.before()).isEmpty();
        return mayHaveTaken || mayStillTake ? Stream.of(change.owner()) : Stream.empty();
    }

    private static Map<DomainName, Verdict> verdicts(Map<DomainName, HostStatus> answers) {
        return answers.values().stream().collect(Collectors.toMap(HostStatus::host, HostStatus::verdict));
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
