package de.postlotse.lookup.resolver;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer;
import de.postlotse.lookup.HostAnswer.Addresses;
import de.postlotse.lookup.HostAnswer.Alias;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.DanglingAlias;
import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostAnswer.Unknown;
import de.postlotse.lookup.OwnNameServers;
import java.time.Duration;
import java.util.Optional;
import org.xbill.DNS.Name;

/** Which servers are asked about one host, in which order, and what their answers mean together. One object a look-up. */
final class HostSearch {

    private final Asker resolvers;
    private final AuthorityCheck authorities;
    private final OwnNameServers own;
    private final Deadline deadline;

    /** Time for asking an authority, so that it can never use up what the answer itself needs. */
    private final Duration confirmation;

    HostSearch(Asker resolvers, AuthorityCheck authorities, OwnNameServers own, Deadline deadline) {
        this.resolvers = resolvers;
        this.authorities = authorities;
        this.own = own;
        this.deadline = deadline;
        this.confirmation = deadline.remaining().dividedBy(3);
    }

    HostAnswer find(DomainName host) {
        return fromOwn(host.toName(), 0).orElseGet(() -> fromResolvers(host.toName()));
    }

    /** Our own name server's data; empty where it does not speak for the name. */
    private Optional<HostAnswer> fromOwn(Name host, int aliases) {
        return own.enclosing(DomainName.of(host)).flatMap(zone -> switch (Asker.ofOwn(zone.server())
                .askForHost(host, deadline)
                .fromAuthority()) {
            case AuthorityCheck.Answer.Settled settled -> Optional.of(settled.answer());
            case AuthorityCheck.Answer.LeadsTo alias -> Optional.of(endOfAlias(alias.end(), aliases + 1));
            case AuthorityCheck.Answer.Elsewhere elsewhere -> Optional.empty();
        });
    }

    private HostAnswer fromResolvers(Name host) {
        Replies replies = resolvers.askForHost(host, deadline);
        HostAnswer answer = replies.fromResolver();
        boolean negative = answer instanceof NoSuchName || answer instanceof NoAddress;
        return negative ? confirmed(host, replies, answer) : answer;
    }

    private HostAnswer confirmed(Name host, Replies replies, HostAnswer negative) {
        return replies.negative()
                .flatMap(answer -> authorities.existsAfterAll(host, answer, deadline.within(confirmation)))
                .map(found -> switch (found) {
                    case AuthorityCheck.Answer.Settled settled -> settled.answer();
                    case AuthorityCheck.Answer.LeadsTo alias -> endOfAlias(alias.end(), 1);
                    case AuthorityCheck.Answer.Elsewhere elsewhere -> negative;
                })
                .orElse(negative);
    }

    /** An alias is refused in any case, so that its end is asked of the resolvers without asking its zone too. */
    private HostAnswer endOfAlias(Name end, int aliases) {
        if (aliases > AnswerRecords.MOST_ALIASES) {
            return new Unknown(Cause.ALIAS_END_UNKNOWN);
        }
        HostAnswer answer = fromOwn(end, aliases)
                .orElseGet(() -> resolvers.askForHost(end, deadline).fromResolver());
        return switch (answer) {
            case Addresses a -> new Alias(DomainName.of(end));
            case Alias alias -> alias;
            case DanglingAlias dangling -> dangling;
            case NoSuchName n -> new DanglingAlias(DomainName.of(end));
            case NoAddress n -> new DanglingAlias(DomainName.of(end));
            case Unknown u -> new Unknown(Cause.ALIAS_END_UNKNOWN);
        };
    }
}
