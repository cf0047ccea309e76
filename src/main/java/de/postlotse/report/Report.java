package de.postlotse.report;

import de.postlotse.dns.DomainName;
import de.postlotse.mailpath.MailPath;
import de.postlotse.sweep.HostKnowledge;
import de.postlotse.zone.HistoryEntry;
import de.postlotse.zone.ZoneSnapshot;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is told of a zone to somebody who has a link.
 *
 * @param at what was known then
 * @param until when the link ends
 * @param hosts what is known of its servers
 * @param ways of the mail, to the first owners of whose servers enough is known
 * @param changes the last ones, newest first
 */
public record Report(
        ZoneSnapshot zone,
        Instant at,
        Instant until,
        Map<DomainName, HostKnowledge> hosts,
        List<MailPath> ways,
        List<HistoryEntry> changes) {}
