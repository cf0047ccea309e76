package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.mailpath.Route.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares a route, which follows Exim, with the practice of Postfix. */
final class Differences {

    /** Postfix's {@code smtp_mx_address_limit}. */
    private static final int ADDRESS_LIMIT = 5;

    private Differences() {}

    static List<Route.Difference> of(List<Group> groups, List<MxRecord> records, End end) {
        List<Route.Difference> differences = new ArrayList<>();
        boolean nullMx = records.stream().anyMatch(MxRecord::isNullMx);
        if (nullMx && !records.stream().allMatch(MxRecord::isNullMx)) {
            // Nothing else matters any more.
            return end instanceof End.Bounced
                    ? List.of()
                    : List.of(new Route.Difference(Kind.NULL_MX_BESIDE_OTHERS, List.of()));
        }
        add(differences, Kind.ADDRESS_AS_NAME, with(groups, Fate.ADDRESS_AS_NAME));
        if (servers(groups).anyMatch(server -> server.fate().isContacted())) {
            add(differences, Kind.SAME_HOST, with(groups, Fate.SAME_HOST));
        }
        long attempts =
                servers(groups).mapToLong(server -> server.attempted().size()).sum();
        if (attempts > ADDRESS_LIMIT) {
            differences.add(new Route.Difference(Kind.ADDRESS_LIMIT, List.of()));
        }
        if (groups.getFirst().servers().stream().anyMatch(server -> server.fate() == Fate.SENDER_ITSELF)) {
            add(differences, Kind.SENDER_ITSELF, with(groups, Fate.SENDER_ITSELF));
        }
        return List.copyOf(differences);
    }

    private static void add(List<Route.Difference> differences, Kind kind, List<DomainName> hosts) {
        if (!hosts.isEmpty()) {
            differences.add(new Route.Difference(kind, hosts));
        }
    }

    private static List<DomainName> with(List<Group> groups, Fate fate) {
        return servers(groups)
                .filter(server -> server.fate() == fate)
                .map(Server::name)
                .distinct()
                .toList();
    }

    private static Stream<Server> servers(List<Group> groups) {
        return groups.stream().flatMap(group -> group.servers().stream());
    }
}
