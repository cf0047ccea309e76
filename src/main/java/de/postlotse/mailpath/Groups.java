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
import java.util.regex.Pattern;

/** Sorts servers into groups and decides what becomes of each, in the order in which senders look at them. */
final class Groups {

    private static final Pattern OCTET = Pattern.compile("25[0-5]|2[0-4]\\d|1?\\d?\\d");

    /** As Exim's {@code dns_check_names_pattern} has it: no label begins or ends with a hyphen. */
    private static final Pattern LABEL = Pattern.compile("\\w(?:[A-Za-z0-9/_-]*\\w)?");

    /** What Exim takes for the local host, wherever it stands. */
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "0.0.0.0", "0:0:0:0:0:0:0:1");

    private final Map<DomainName, MailPath.ServerAnswer> answers;
    private final Set<DomainName> off;
    private final Set<DomainName> namesBefore = new HashSet<>();
    private final Set<InetAddress> addressesBefore = new HashSet<>();

    Groups(Map<DomainName, MailPath.ServerAnswer> answers, Set<DomainName> off) {
        this.answers = answers;
        this.off = off;
    }

    List<Group> of(List<MxRecord> records) {
        Optional<Preference> sender = records.stream()
                .filter(record -> !isAddress(record.target()) && isSender(answer(record.target())))
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
        boolean sender = isSender(answer(owner));
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
        if (isAddress(name)) {
            return left(name, Fate.ADDRESS_AS_NAME);
        }
        return isNameOfAHost(name)
                ? judge(name, answer(name), behind, off.contains(name))
                : left(name, Fate.NO_HOST_NAME);
    }

    private Server judge(DomainName name, MailPath.ServerAnswer answer, boolean behind, boolean switchedOff) {
        return switch (answer) {
            case MailPath.ServerAnswer.Unknown unknown -> left(name, Fate.UNKNOWN);
            case MailPath.ServerAnswer.NotExamined notExamined -> left(name, Fate.NOT_EXAMINED);
            case MailPath.ServerAnswer.Missing missing -> left(name, missing.fate());
            case MailPath.ServerAnswer.Found found ->
                behind ? behind(name, found) : contacted(name, found, switchedOff);
        };
    }

    private static Server behind(DomainName name, MailPath.ServerAnswer.Found found) {
        Fate fate = isSender(found) ? Fate.SENDER_ITSELF : Fate.BEHIND_SENDER_ITSELF;
        return new Server(name, found.canonical(), found.addresses(), List.of(), fate);
    }

    private Server contacted(DomainName name, MailPath.ServerAnswer.Found found, boolean switchedOff) {
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

    private MailPath.ServerAnswer answer(DomainName name) {
        return answers.getOrDefault(name, new MailPath.ServerAnswer.NotExamined());
    }

    /** Tells addresses that mean the sending server itself. */
    private static boolean isSender(MailPath.ServerAnswer answer) {
        return answer instanceof MailPath.ServerAnswer.Found found
                && found.addresses().stream().map(InetAddress::getHostAddress).anyMatch(LOCAL::contains);
    }

    /** Tells names that senders look up from those that they take for none, whatever DNS has for them (RFC 1123 §2.1). */
    private static boolean isNameOfAHost(DomainName name) {
        return name.labels().stream().allMatch(LABEL.asMatchPredicate());
    }

    /** Tells names that are really addresses: an MX record cannot have one (RFC 1035 §3.3.9), whatever DNS has for it. */
    private static boolean isAddress(DomainName name) {
        boolean ipv4 = name.labels().size() == 4 && name.labels().stream().allMatch(OCTET.asMatchPredicate());
        return ipv4 || name.toString().indexOf(':') >= 0;
    }
}
