package de.postlotse.mailpath;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.lookup.MxAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What DNS says of a domain and its servers, from which the route follows without asking again. */
public final class MailPath {

    private final DomainName domain;
    private final MxAnswer mx;
    private final Map<DomainName, ServerAnswer> servers;

    /** @param servers by the names in the MX records; the MX owner where the domain has none */
    MailPath(DomainName domain, MxAnswer mx, Map<DomainName, ServerAnswer> servers) {
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
            case MxAnswer.Unknown unknown ->
                ended(new Step.MxUnknown(unknown.cause()), new End.Deferred(End.Delay.MX_UNKNOWN));
            case MxAnswer.NoSuchName missing ->
                ended(new Step.NoSuchDomain(), new End.Bounced(End.Refusal.NO_SUCH_DOMAIN));
            case MxAnswer.NoMx none -> implicit(none.owner(), off);
            case MxAnswer.Records records -> explicit(records, off);
        };
    }

    private Route ended(Step step, End end) {
        return new Route(domain, List.of(step), List.of(), end, List.of());
    }

    /** The domain itself is the only server, with priority 0 (RFC 5321 §5.1). */
    private Route implicit(DomainName owner, Set<DomainName> off) {
        List<Group> groups = new Groups(servers, off).implicit(domain, owner);
        return route(steps(owner, new Step.NoMx()), groups, List.of(), Ends.implicit(groups));
    }

    private Route explicit(MxAnswer.Records answer, Set<DomainName> off) {
        List<MxRecord> records = answer.records();
        List<Group> groups = new Groups(servers, off).of(records);
        Step found = new Step.MxFound(records.size(), groups.size());
        return route(steps(answer.owner(), found), groups, records, Ends.explicit(groups));
    }

    private Route route(List<Step> steps, List<Group> groups, List<MxRecord> records, End end) {
        return new Route(domain, steps, groups, end, Differences.of(groups, records, end));
    }

    private List<Step> steps(DomainName owner, Step last) {
        List<Step> steps = new ArrayList<>();
        if (!owner.equals(domain)) {
            steps.add(new Step.AliasFollowed(owner));
        }
        steps.add(last);
        return steps;
    }
}
