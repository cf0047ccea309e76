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
record Replies(Name host, DnsReply ipv4, DnsReply ipv6, DnsReply cname) {

    private static final Unknown ALIAS_END_UNKNOWN = new Unknown(Cause.ALIAS_END_UNKNOWN);

    /** What they say where the server has followed every alias as far as it goes: a resolver. */
    HostAnswer fromResolver() {
        List<AnswerRecords> readings = readings().toList();
        return readings.stream().anyMatch(AnswerRecords::isAlias) ? followedAlias() : plain(readings);
    }

    /** What they say where the server knows its own zones only. */
    AuthorityCheck.Answer fromAuthority() {
        if (all().anyMatch(Replies::isElsewhere)) {
            return new AuthorityCheck.Answer.Elsewhere();
        }
        if (readings().anyMatch(AnswerRecords::isAlias)) {
            return provenAlias()
                    .<AuthorityCheck.Answer>map(AuthorityCheck.Answer.Settled::new)
                    .or(() -> endlessAlias().map(AuthorityCheck.Answer.Settled::new))
                    .orElseGet(() -> readings()
                            .filter(AnswerRecords::isAlias)
                            .map(AnswerRecords::end)
                            .<AuthorityCheck.Answer>map(AuthorityCheck.Answer.LeadsTo::new)
                            .findFirst()
                            .orElseThrow());
        }
        return new AuthorityCheck.Answer.Settled(plain(readings().toList()));
    }

    /** The negative answer among the replies, which names the zone that it comes from. */
    Optional<DnsReply.Answer> negative() {
        List<DnsReply.Answer> answers = answers(Stream.of(ipv4, ipv6, cname)).toList();
        return answers.stream()
                .filter(DnsReply.Answer::isNameError)
                .findFirst()
                .or(() -> answers.stream().findFirst());
    }

    private HostAnswer followedAlias() {
        List<AnswerRecords> ends =
                answers(Stream.of(ipv4, ipv6)).map(this::read).toList();
        boolean nowhere = ends.stream().anyMatch(end -> end.isAlias() && end.missing())
                || (ends.size() == 2 && ends.stream().allMatch(AnswerRecords::isAlias));
        return provenAlias().or(this::endlessAlias).orElseGet(() -> nowhere ? dangling(ends) : ALIAS_END_UNKNOWN);
    }

    private HostAnswer dangling(List<AnswerRecords> ends) {
        return ends.stream()
                .filter(AnswerRecords::isAlias)
                .sorted(Comparator.comparing(AnswerRecords::missing).reversed())
                .<HostAnswer>map(end -> new DanglingAlias(DomainName.of(end.end())))
                .findFirst()
                .orElse(ALIAS_END_UNKNOWN);
    }

    private Optional<HostAnswer> provenAlias() {
        return readings()
                .filter(AnswerRecords::isProvenAlias)
                .<HostAnswer>map(end -> new Alias(DomainName.of(end.end())))
                .findFirst();
    }

    private Optional<HostAnswer> endlessAlias() {
        return readings().anyMatch(AnswerRecords::endless) ? Optional.of(ALIAS_END_UNKNOWN) : Optional.empty();
    }

    private HostAnswer plain(List<AnswerRecords> readings) {
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
        if (readings.stream().anyMatch(AnswerRecords::missing)) {
            return new NoSuchName();
        }
        return failure.<HostAnswer>map(Unknown::new).orElseGet(NoAddress::new);
    }

    private Stream<DnsReply> all() {
        return Stream.of(ipv4, ipv6, cname);
    }

    private Stream<AnswerRecords> readings() {
        return answers(all()).map(this::read);
    }

    private AnswerRecords read(DnsReply.Answer answer) {
        return AnswerRecords.of(answer, host);
    }

    private static Stream<DnsReply.Answer> answers(Stream<DnsReply> replies) {
        return replies.map(reply -> reply instanceof DnsReply.Answer answer ? answer : null)
                .filter(Objects::nonNull);
    }

    private static boolean isElsewhere(DnsReply reply) {
        return switch (reply) {
            case DnsReply.Answer answer -> !answer.isAuthoritative();
            case DnsReply.Refused refused -> true;
            case DnsReply.Failed failed -> false;
        };
    }

    private static Optional<Cause> cause(DnsReply reply) {
        return switch (reply) {
            case DnsReply.Answer answer -> Optional.empty();
            case DnsReply.Refused refused -> Optional.of(Cause.REFUSED);
            case DnsReply.Failed failed -> Optional.of(failed.cause());
        };
    }
}
