package de.postlotse.lookup;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.HostAnswer.Addresses;
import de.postlotse.lookup.HostAnswer.Alias;
import de.postlotse.lookup.HostAnswer.Cause;
import de.postlotse.lookup.HostAnswer.DanglingAlias;
import de.postlotse.lookup.HostAnswer.NoAddress;
import de.postlotse.lookup.HostAnswer.NoSuchName;
import de.postlotse.lookup.HostAnswer.Unknown;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.xbill.DNS.Name;

/**
 * The replies to the questions for the addresses and the alias of one host, and what they say together. The question
 * for the CNAME is there because resolvers fail the other two where the alias leads nowhere; alone it decides nothing.
 */
record Replies(Name host, Reply ipv4, Reply ipv6, Reply cname) {

    private static final Unknown ALIAS_END_UNKNOWN = new Unknown(Cause.ALIAS_END_UNKNOWN);

    /** What they say where the server has followed every alias as far as it goes: a resolver. */
    HostAnswer fromResolver() {
        List<Reading> readings = readings().toList();
        return readings.stream().anyMatch(Reading::isAlias) ? followedAlias() : plain(readings);
    }

    /** What they say where the server knows its own zones only. */
    Finding fromAuthority() {
        if (all().anyMatch(Replies::isElsewhere)) {
            return new Finding.Elsewhere();
        }
        if (readings().anyMatch(Reading::isAlias)) {
            return provenAlias()
                    .<Finding>map(Finding.Settled::new)
                    .or(() -> endlessAlias().map(Finding.Settled::new))
                    .orElseGet(() -> readings()
                            .filter(Reading::isAlias)
                            .map(Reading::end)
                            .<Finding>map(Finding.LeadsTo::new)
                            .findFirst()
                            .orElseThrow());
        }
        return new Finding.Settled(plain(readings().toList()));
    }

    /** The negative answer among the replies, which names the zone that it comes from. */
    Optional<Reply.Answer> negative() {
        List<Reply.Answer> answers = answers(Stream.of(ipv4, ipv6, cname)).toList();
        return answers.stream()
                .filter(Reply.Answer::isNameError)
                .findFirst()
                .or(() -> answers.stream().findFirst());
    }

    private HostAnswer followedAlias() {
        List<Reading> ends = answers(Stream.of(ipv4, ipv6)).map(this::read).toList();
        boolean nowhere = ends.stream().anyMatch(end -> end.isAlias() && end.missing())
                || (ends.size() == 2 && ends.stream().allMatch(Reading::isAlias));
        return provenAlias().or(this::endlessAlias).orElseGet(() -> nowhere ? dangling(ends) : ALIAS_END_UNKNOWN);
    }

    private HostAnswer dangling(List<Reading> ends) {
        return ends.stream()
                .filter(Reading::isAlias)
                .sorted(Comparator.comparing(Reading::missing).reversed())
                .<HostAnswer>map(end -> new DanglingAlias(DomainName.of(end.end())))
                .findFirst()
                .orElse(ALIAS_END_UNKNOWN);
    }

    private Optional<HostAnswer> provenAlias() {
        return readings()
                .filter(Reading::isProvenAlias)
                .<HostAnswer>map(end -> new Alias(DomainName.of(end.end())))
                .findFirst();
    }

    private Optional<HostAnswer> endlessAlias() {
        return readings().anyMatch(Reading::endless) ? Optional.of(ALIAS_END_UNKNOWN) : Optional.empty();
    }

    private HostAnswer plain(List<Reading> readings) {
        List<InetAddress> addresses = readings.stream()
                .flatMap(reading -> reading.addresses().stream())
                .sorted(Comparator.comparing(address -> !(address instanceof Inet4Address)))
                .toList();
        Optional<Cause> failure = Stream.of(ipv4, ipv6)
                .map(Replies::cause)
                .flatMap(Optional::stream)
                .findFirst();
        if (!addresses.isEmpty()) {
            return new Addresses(addresses, failure.isEmpty());
        }
        // The name does not exist, whatever the type (RFC 8020 §2), so one answer is enough.
        if (readings.stream().anyMatch(Reading::missing)) {
            return new NoSuchName();
        }
        return failure.<HostAnswer>map(Unknown::new).orElseGet(NoAddress::new);
    }

    private Stream<Reply> all() {
        return Stream.of(ipv4, ipv6, cname);
    }

    private Stream<Reading> readings() {
        return answers(all()).map(this::read);
    }

    private Reading read(Reply.Answer answer) {
        return Reading.of(answer, host);
    }

    private static Stream<Reply.Answer> answers(Stream<Reply> replies) {
        return replies.map(reply -> reply instanceof Reply.Answer answer ? answer : null)
                .filter(Objects::nonNull);
    }

    private static boolean isElsewhere(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> !answer.isAuthoritative();
            case Reply.Refused refused -> true;
            case Reply.Failed failed -> false;
        };
    }

    private static Optional<Cause> cause(Reply reply) {
        return switch (reply) {
            case Reply.Answer answer -> Optional.empty();
            case Reply.Refused refused -> Optional.of(Cause.SERVER_FAILURE);
            case Reply.Failed failed -> Optional.of(failed.cause());
        };
    }
}
