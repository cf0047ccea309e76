package de.postlotse.zone.change;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.policy.HostStatus;
import de.postlotse.policy.Verdict;
import de.postlotse.zone.MailRouting;
import de.postlotse.zone.OwnMailServers;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a change means for the mail of one owner: the one source of what pages say about it, worst first. An owner refuses
 * mail, is left without servers, or has servers afterwards; sentences of two of these never stand together.
 */
public enum Consequence {
    /** Mail is returned at once: the owner says that it takes none (RFC 7505). */
    REFUSES_MAIL,
    /** Mail is returned at once: there is neither a server nor an address. */
    RETURNS_MAIL,
    /** No server that the owner has afterwards takes mail. */
    NO_SERVER_TAKES_MAIL,
    /** Of none of them is it known that it takes mail. */
    NO_SERVER_IS_KNOWN,
    /** Senders try the owner's own address, where perhaps nobody takes mail (RFC 5321 §5.1). */
    ONLY_OWN_ADDRESS,
    /** There is no server, and whether there is an address cannot be told now. */
    OWN_ADDRESS_UNTOLD,
    /** Mail that went to our servers goes to others. */
    LEAVES_OUR_SERVERS,
    /** Mail that went to our servers alone goes to others, too. */
    NOT_ONLY_OUR_SERVERS,
    /** Other ones of our servers take over. */
    OUR_SERVERS_CHANGE,
    /** None of the old servers is left; new ones are there. */
    ALL_SERVERS_CHANGE;

    /** What becomes of mail afterwards; each sentence belongs to one of them. */
    public enum Afterwards {
        REFUSED,
        WITHOUT_SERVERS,
        WITH_SERVERS
    }

    public Afterwards afterwards() {
        return switch (this) {
            case REFUSES_MAIL -> Afterwards.REFUSED;
            case RETURNS_MAIL, ONLY_OWN_ADDRESS, OWN_ADDRESS_UNTOLD -> Afterwards.WITHOUT_SERVERS;
            case NO_SERVER_TAKES_MAIL,
                    NO_SERVER_IS_KNOWN,
                    LEAVES_OUR_SERVERS,
                    NOT_ONLY_OUR_SERVERS,
                    OUR_SERVERS_CHANGE,
                    ALL_SERVERS_CHANGE -> Afterwards.WITH_SERVERS;
        };
    }

    /** Whether servers that are new get mail by it. */
    public boolean reachesServers() {
        return afterwards() == Afterwards.WITH_SERVERS && this != NO_SERVER_TAKES_MAIL && this != NO_SERVER_IS_KNOWN;
    }

    /** Of each owner that the change concerns, by what DNS said on the way to the preview. */
    public static Map<DomainName, Set<Consequence>> of(ChangePreview preview, OwnMailServers own) {
        Map<DomainName, Verdict> verdicts =
                preview.hosts().values().stream().collect(Collectors.toMap(HostStatus::host, HostStatus::verdict));
        return preview.changes().stream()
                .collect(Collectors.toMap(
                        SetChange::owner,
                        change -> of(
                                change.with(preview.wildcards()),
                                own,
                                verdicts,
                                ownAddress(preview.hosts().get(change.owner())))));
    }

    /** An alias is followed here, as senders do. */
    private static Optional<Boolean> ownAddress(@Nullable HostStatus owner) {
        return owner == null
                ? Optional.empty()
                : switch (owner.answer()) {
                    case HostAnswer.Addresses own -> Optional.of(true);
                    case HostAnswer.Alias alias -> Optional.of(true);
                    case HostAnswer.DanglingAlias alias -> Optional.of(false);
                    case HostAnswer.NoSuchName none -> Optional.of(false);
                    case HostAnswer.NoAddress none -> Optional.of(false);
                    case HostAnswer.Unknown unknown -> Optional.empty();
                };
    }

    /**
     * @param verdicts by server; one that was not asked about counts as one that could not be checked
     * @param ownAddress whether the owner has an address of its own; empty where that cannot be told
     */
    static Set<Consequence> of(
            SetChange change, OwnMailServers own, Map<DomainName, Verdict> verdicts, Optional<Boolean> ownAddress) {
        if (change.after().isEmpty()) {
            return EnumSet.of(ownAddress
                    .map(exists -> exists ? ONLY_OWN_ADDRESS : RETURNS_MAIL)
                    .orElse(OWN_ADDRESS_UNTOLD));
        }
        List<DomainName> after = SetChange.servers(change.after());
        if (after.isEmpty()) {
            return EnumSet.of(REFUSES_MAIL);
        }
        Set<Consequence> all = EnumSet.noneOf(Consequence.class);
        if (change.lost().stream().anyMatch(server -> verdict(verdicts, server) != Verdict.REJECT)
                && after.stream().noneMatch(server -> verdict(verdicts, server).passes())) {
            boolean told = after.stream().allMatch(server -> verdict(verdicts, server) == Verdict.REJECT);
            all.add(told ? NO_SERVER_TAKES_MAIL : NO_SERVER_IS_KNOWN);
        }
        all.addAll(whose(change, own));
        return all;
    }

    private static Set<Consequence> whose(SetChange change, OwnMailServers own) {
        List<DomainName> before = SetChange.servers(change.before());
        List<DomainName> after = SetChange.servers(change.after());
        boolean noneStays = !before.isEmpty() && before.stream().noneMatch(after::contains);
        boolean ours = routing(change.before(), own) == MailRouting.HOSTER;
        if (ours && routing(change.after(), own) == MailRouting.HOSTER) {
            return noneStays ? EnumSet.of(OUR_SERVERS_CHANGE) : Set.of();
        }
        Set<Consequence> all = EnumSet.noneOf(Consequence.class);
        if (ours) {
            boolean someOurs = own.records().stream().anyMatch(record -> after.contains(record.target()));
            all.add(someOurs ? NOT_ONLY_OUR_SERVERS : LEAVES_OUR_SERVERS);
        }
        if (noneStays) {
            all.add(ALL_SERVERS_CHANGE);
        }
        return all;
    }

    private static MailRouting routing(Optional<MxSet> set, OwnMailServers own) {
        return MailRouting.of(set, own);
    }

    private static Verdict verdict(Map<DomainName, Verdict> verdicts, DomainName server) {
        return verdicts.getOrDefault(server, Verdict.RETRY);
    }
}
