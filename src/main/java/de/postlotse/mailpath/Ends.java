package de.postlotse.mailpath;

import de.postlotse.mailpath.End.Bounced;
import de.postlotse.mailpath.End.Deferred;
import de.postlotse.mailpath.End.Delay;
import de.postlotse.mailpath.End.Delivered;
import de.postlotse.mailpath.End.Refusal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What becomes of the mail once it is known what becomes of each server. */
final class Ends {

    private Ends() {}

    static End explicit(List<Group> groups) {
        Set<Fate> fates = fates(groups);
        if (fates.stream().anyMatch(Fate::isContacted)) {
            return contacted(groups, fates);
        }
        if (isSenderBest(groups)) {
            return new Deferred(Delay.SENDER_ITSELF);
        }
        if (fates.stream().anyMatch(Fate::isOpen)) {
            return new Deferred(Delay.SERVERS_UNKNOWN);
        }
        return new Bounced(fates.contains(Fate.NULL_MX) ? Refusal.ACCEPTS_NO_MAIL : Refusal.NO_USABLE_SERVER);
    }

    static End implicit(List<Group> groups) {
        Set<Fate> fates = fates(groups);
        if (fates.stream().anyMatch(Fate::isContacted)) {
            return contacted(groups, fates);
        }
        if (fates.contains(Fate.SENDER_ITSELF)) {
            return new Deferred(Delay.SENDER_ITSELF);
        }
        return fates.stream().anyMatch(Fate::isOpen)
                ? new Deferred(Delay.ADDRESS_UNKNOWN)
                : new Bounced(Refusal.HOST_UNKNOWN);
    }

    private static End contacted(List<Group> groups, Set<Fate> fates) {
        if (fates.contains(Fate.TRIED)) {
            return new Delivered(groups.stream()
                    .map(Group::tried)
                    .filter(group -> !group.servers().isEmpty())
                    .toList());
        }
        return new Deferred(fates.contains(Fate.SWITCHED_OFF) ? Delay.ALL_SWITCHED_OFF : Delay.NOT_REACHABLE);
    }

    /** A better server that cannot be used still counts: the sender is no last resort then, but forbidden. */
    private static boolean isSenderBest(List<Group> groups) {
        return groups.getFirst().servers().stream().anyMatch(server -> server.fate() == Fate.SENDER_ITSELF);
    }

    private static Set<Fate> fates(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.servers().stream())
                .map(Server::fate)
                .collect(Collectors.toSet());
    }
}
