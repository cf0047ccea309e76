package de.postlotse.desk.sweep;

import de.postlotse.dns.DomainName;
import de.postlotse.policy.HostCondition;
import java.time.Instant;

/**
 * What is believed of a mail server is another condition now: it was seen in several rounds, or is good news. Published
 * inside the transaction that keeps it. A new host that is usable is no news.
 *
 * @param since when the condition was seen for the first time
 */
public record HostConditionSettled(DomainName host, HostCondition condition, Instant since) {}
