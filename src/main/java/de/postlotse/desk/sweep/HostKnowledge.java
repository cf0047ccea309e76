package de.postlotse.desk.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a mail server over time.
 *
 * @param condition what is believed; null as long as nothing was seen often enough
 * @param since when it was seen for the first time; null like the condition
 * @param addresses the last ones that it was seen to have, IPv4 first
 * @param unconfirmed what was seen since then, and not often enough to be believed
 * @param unconfirmedSince null where there is nothing of the kind
 */
public record HostKnowledge(
        DomainName host,
        @Nullable HostCondition condition,
        @Nullable Instant since,
        List<String> addresses,
        @Nullable HostCondition unconfirmed,
        @Nullable Instant unconfirmedSince) {}
