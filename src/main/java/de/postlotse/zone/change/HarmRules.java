package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.MailRouting;
import de.postlotse.zone.OwnMailServers;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what harm a change does, from the sets before and after it and what DNS says of the servers concerned.
 *
 * @param verdicts by server; one that was not asked about counts as one that could not be checked
 * @param ownAddresses the owners that have an address of their own, where senders go without MX (RFC 5321 §5.1)
 */
record HarmRules(OwnMailServers ownServers, Map<DomainName, Verdict> verdicts, Set<DomainName> ownAddresses) {

    Set<Harm> judge(List<SetChange> changes) {
        Set<Harm> harms = EnumSet.noneOf(Harm.class);
        for (SetChange change : changes) {
            if (stopsMail(change)) {
                harms.add(Harm.MAIL_STOPS);
            }
            if (leavesOurServers(change)) {
                harms.add(Harm.MAIL_LEAVES_OUR_SERVERS);
            }
            if (losesLastUsableServer(change)) {
                harms.add(Harm.LAST_USABLE_SERVER_GOES);
            }
            if (changesAllServers(change)) {
                harms.add(Harm.ALL_SERVERS_CHANGE);
            }
        }
        if (losesSharedHost(changes)) {
            harms.add(Harm.SHARED_HOST_LOST);
        }
        return harms;
    }

    private boolean stopsMail(SetChange change) {
        return !takers(change.owner(), change.before()).isEmpty()
                && takers(change.owner(), change.after()).isEmpty();
    }

    private boolean leavesOurServers(SetChange change) {
        return isOurs(change.before()) && !isOurs(change.after());
    }

    private boolean isOurs(Optional<MxSet> set) {
        return MailRouting.of(set, ownServers) == MailRouting.HOSTER;
    }

    private boolean losesLastUsableServer(SetChange change) {
        List<DomainName> left = SetChange.servers(change.after());
        return !left.isEmpty()
                && change.lost().stream().anyMatch(server -> verdict(server) != Verdict.REJECT)
                && left.stream().noneMatch(server -> verdict(server).passes());
    }

    /**
     * An owner without a set has lost none of its servers, wherever its mail went; and our own servers know each other's
     * mailboxes.
     */
    private boolean changesAllServers(SetChange change) {
        if (isOurs(change.before()) && isOurs(change.after())) {
            return false;
        }
        List<DomainName> old = SetChange.servers(change.before());
        Set<DomainName> kept = takers(change.owner(), change.after());
        return !old.isEmpty() && !kept.isEmpty() && old.stream().noneMatch(kept::contains);
    }

    private static boolean losesSharedHost(List<SetChange> changes) {
        Set<DomainName> lost = new HashSet<>();
        return changes.stream().flatMap(change -> change.lost().stream()).anyMatch(server -> !lost.add(server));
    }

    /** Who takes the mail of an owner: the servers of its set, or without a set the owner's own address. */
    private Set<DomainName> takers(DomainName owner, Optional<MxSet> set) {
        if (set.isPresent()) {
            return Set.copyOf(SetChange.servers(set));
        }
        return ownAddresses.contains(owner) ? Set.of(owner) : Set.of();
    }

    private Verdict verdict(DomainName server) {
        return verdicts.getOrDefault(server, Verdict.RETRY);
    }
}
