package de.postlotse.policy;

import de.postlotse.dns.MxRecord;
import de.postlotse.dns.Preference;
import de.postlotse.policy.Finding.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The rules about a record beside the others of its owner; none of them needs DNS. */
public enum SetRule {
    /** A host is named once; the second record would never be used (RFC 2181 §5: no two equal records). */
    SAME_HOST_ONCE(proposal -> proposal.others().stream()
            .filter(other ->
                    !other.isNullMx() && other.target().equals(proposal.record().target()))
            .findFirst()
            .map(other -> Finding.error(Field.TARGET, "set-same-host-twice", other.target(), other.preference()))),

    /** "No mail" means nothing beside a server: mail servers then disagree whether to deliver (RFC 7505 §3). */
    NULL_MX_ALONE(proposal -> {
        boolean proposed = proposal.record().isNullMx();
        boolean present = proposal.others().stream().anyMatch(MxRecord::isNullMx);
        if (proposed && !proposal.others().isEmpty()) {
            return Optional.of(Finding.error(Field.SET, present ? "set-null-mx-twice" : "set-null-mx-beside-servers"));
        }
        return present ? Optional.of(Finding.error(Field.SET, "set-server-beside-null-mx")) : Optional.empty();
    }),

    /** A null MX has priority 0 (RFC 7505 §3). */
    NULL_MX_PRIORITY(proposal -> proposal.record().isNullMx()
                    && proposal.record().preference().value() != 0
            ? Optional.of(Finding.error(Field.PRIORITY, "null-mx-priority").suggesting("0"))
            : Optional.empty()),

    /** What a null MX does is worth a word, every time. */
    NULL_MX_MEANS_NO_MAIL(proposal -> proposal.record().isNullMx()
            ? Optional.of(Finding.warning(Field.TARGET, "null-mx-means-no-mail"))
            : Optional.empty()),

    /** A record that proves something takes no mail: senders have to try a real server before it. */
    VERIFICATION_LAST(proposal -> {
        if (!VerificationNames.contains(proposal.record().target())) {
            return Optional.empty();
        }
        List<Preference> servers = proposal.others().stream()
                .filter(other -> !VerificationNames.contains(other.target()))
                .map(MxRecord::preference)
                .toList();
        boolean last = !servers.isEmpty()
                && servers.stream()
                        .allMatch(server -> server.compareTo(proposal.record().preference()) < 0);
        return Optional.of(
                last
                        ? Finding.warning(
                                Field.TARGET,
                                "target-verifies-only",
                                proposal.record().target())
                        : Finding.error(
                                        Field.PRIORITY,
                                        "priority-of-verification",
                                        proposal.record().target())
                                .suggesting("32767"));
    }),

    /** Bounds what senders have to read and what a customer can still survey. */
    AT_MOST_50(proposal -> proposal.others().size() >= SetRule.MAX_RECORDS
            ? Optional.of(Finding.error(Field.SET, "set-too-many", SetRule.MAX_RECORDS))
            : Optional.empty()),

    /** All records of an owner have one TTL (RFC 2181 §5.2), so a new one changes the others'. */
    ONE_TTL(proposal -> proposal.othersTtl()
            .filter(ttl -> !proposal.others().isEmpty() && !ttl.equals(proposal.ttl()))
            .map(ttl -> Finding.warning(Field.TTL, "ttl-changes-set", ttl, proposal.ttl())));

    static final int MAX_RECORDS = 50;

    private final Function<Proposal, Optional<Finding>> rule;

    SetRule(Function<Proposal, Optional<Finding>> rule) {
        this.rule = rule;
    }

    Optional<Finding> judge(Proposal proposal) {
        return rule.apply(proposal);
    }

    /** What all rules have to say, not only the first. */
    static List<Finding> judgeAll(Proposal proposal) {
        return Arrays.stream(values())
                .map(rule -> rule.judge(proposal))
                .flatMap(Optional::stream)
                .toList();
    }
}
