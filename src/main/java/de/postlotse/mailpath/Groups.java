package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Preference;
import de.postlotse.lookup.AddressScope;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Sorts servers into groups and decides what becomes of each, in the order in which senders look at them. */
final class Groups {

    private final Map<DomainName, ServerAnswer> answers;
    private final Set<DomainName> off;
    private final Set<DomainName> namesBefore = new HashSet<>();
    private final Set<InetAddress> addressesBefore = new HashSet<>();

    Groups(Map<DomainName, ServerAnswer> answers, Set<DomainName> off) {
        this.answers = answers;
        this.off = off;
    }

    List<Group> of(List<MxRecord> records) {
        Optional<Preference> sender = records.stream()
                .filter(record -> SenderItself.has(answer(record.target())))
                .map(MxRecord::preference)
                .min(Comparator.naturalOrder());
        Map<Preference, List<Server>> groups = new TreeMap<>();
        for (MxRecord record : records.stream().sorted().toList()) {
            boolean behind = sender.filter(best -> record.preference().compareTo(best) >= 0)
                    .isPresent();
            groups.computeIfAbsent(record.preference(), preference -> new ArrayList<>())
                    .add(server(record.target(), behind));
        }
        return groups.entrySet().stream()
                .map(group -> new Group(group.getKey(), group.getValue()))
                .toList();
    }

    List<Group> implicit(DomainName domain, DomainName owner) {
        boolean sender = SenderItself.has(answer(owner));
        Server server = judge(domain, answer(owner), sender, off.contains(domain) || off.contains(owner));
        return List.of(new Group(null, List.of(server)));
    }

    private Server server(DomainName name, boolean behind) {
        if (name.isRoot()) {
            return left(name, Fate.NULL_MX);
        }
        if (!namesBefore.add(name)) {
            return left(name, Fate.SAME_HOST);
        }
        return NameOfAHost.test(name) || AddressAsName.test(name)
                ? judge(name, answer(name), behind, off.contains(name))
                : left(name, Fate.NO_HOST_NAME);
    }

    private Server judge(DomainName name, ServerAnswer answer, boolean behind, boolean switchedOff) {
        return switch (answer) {
            case ServerAnswer.Unknown unknown -> left(name, Fate.UNKNOWN);
            case ServerAnswer.NotExamined notExamined -> left(name, Fate.NOT_EXAMINED);
            case ServerAnswer.Missing missing ->
                left(name, AddressAsName.test(name) ? Fate.ADDRESS_AS_NAME : missing.fate());
            case ServerAnswer.Found found -> behind ? behind(name, found) : contacted(name, found, switchedOff);
        };
    }

    private static Server behind(DomainName name, ServerAnswer.Found found) {
        Fate fate = SenderItself.has(found) ? Fate.SENDER_ITSELF : Fate.BEHIND_SENDER_ITSELF;
        return new Server(name, found.canonical(), found.addresses(), List.of(), fate);
    }

    private Server contacted(DomainName name, ServerAnswer.Found found, boolean switchedOff) {
        List<InetAddress> news =
                found.addresses().stream().filter(addressesBefore::add).toList();
        return new Server(name, found.canonical(), found.addresses(), news, fate(news, switchedOff));
    }

    private static Fate fate(List<InetAddress> attempted, boolean switchedOff) {
        if (attempted.isEmpty()) {
            return Fate.SAME_ADDRESS;
        }
        if (switchedOff) {
            return Fate.SWITCHED_OFF;
        }
        return attempted.stream().anyMatch(AddressScope::isGloballyReachable) ? Fate.TRIED : Fate.UNREACHABLE;
    }

    private static Server left(DomainName name, Fate fate) {
        return new Server(name, name, List.of(), List.of(), fate);
    }

    private ServerAnswer answer(DomainName name) {
        return answers.getOrDefault(name, new ServerAnswer.NotExamined());
    }
}
