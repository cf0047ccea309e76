package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.MxLookup;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What DNS says of a domain and its servers, from which the route follows without asking again. */
public final class MailPath {

    private final DomainName domain;
    private final MxLookup.Answer mx;
    private final Map<DomainName, ServerAnswer> servers;

    /** @param servers by the names in the MX records; the MX owner where the domain has none */
    MailPath(DomainName domain, MxLookup.Answer mx, Map<DomainName, ServerAnswer> servers) {
        this.domain = domain;
        this.mx = mx;
        this.servers = Map.copyOf(servers);
    }

    public DomainName domain() {
        return domain;
    }

    public Route route() {
        return without(Set.of());
    }

    /** What if these servers were off? */
    public Route without(Set<DomainName> off) {
        return switch (mx) {
            case MxLookup.Answer.Unknown unknown ->
                ended(new Route.Step.MxUnknown(unknown.cause()), new End.Deferred(End.Delay.MX_UNKNOWN));
            case MxLookup.Answer.NoSuchName missing ->
                ended(new Route.Step.NoSuchDomain(), new End.Bounced(End.Refusal.NO_SUCH_DOMAIN));
            case MxLookup.Answer.NoMx none -> implicit(none.owner(), off);
            case MxLookup.Answer.Records records -> explicit(records, off);
        };
    }

    private Route ended(Route.Step step, End end) {
        return new Route(domain, List.of(step), List.of(), end, List.of());
    }

    /** The domain itself is the only server, with priority 0 (RFC 5321 §5.1). */
    private Route implicit(DomainName owner, Set<DomainName> off) {
        List<Group> groups = new Groups(servers, off).implicit(domain, owner);
        return route(steps(owner, new Route.Step.NoMx()), groups, List.of(), Ends.implicit(groups));
    }

    private Route explicit(MxLookup.Answer.Records answer, Set<DomainName> off) {
        List<MxRecord> records = answer.records();
        List<Group> groups = new Groups(servers, off).of(records);
        Route.Step found = new Route.Step.MxFound(records.size(), groups.size());
        return route(steps(answer.owner(), found), groups, records, Ends.explicit(groups));
    }

    private Route route(List<Route.Step> steps, List<Group> groups, List<MxRecord> records, End end) {
        return new Route(domain, steps, groups, end, Differences.of(groups, records, end));
    }

    private List<Route.Step> steps(DomainName owner, Route.Step last) {
        List<Route.Step> steps = new ArrayList<>();
        if (!owner.equals(domain)) {
            steps.add(new Route.Step.AliasFollowed(owner));
        }
        steps.add(last);
        return steps;
    }

    /** What DNS says of a server once its alias is followed. */
    sealed interface ServerAnswer {

        /** The addresses of the end of its aliases, IPv6 first as senders take them. */
        record Found(DomainName canonical, List<InetAddress> addresses) implements ServerAnswer {

            public Found {
                addresses = addresses.stream()
                        .sorted(Comparator.comparing(address -> address.getAddress().length == 4))
                        .toList();
            }
        }

        /** It leads nowhere, for certain. */
        record Missing(Fate fate) implements ServerAnswer {}

        /** It cannot be told now. */
        record Unknown() implements ServerAnswer {}

        /** Nobody asked. */
        record NotExamined() implements ServerAnswer {}
    }
}
