package de.postlotse.policy;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges servers before there is a zone for them: all rules that ask neither DNS nor the zone. */
public final class ServersWithoutDns {

    private static final DomainName ANY_ZONE = DomainName.of("zone.invalid");
    private static final Ttl ANY_TTL = new Ttl(NumberReader.MIN_TTL_SECONDS);

    private ServersWithoutDns() {}

    /** What is to be said of each server, beside those before it. */
    public static List<List<Finding>> judge(List<TypedMx> servers) {
        List<List<Finding>> findings = new ArrayList<>();
        List<CheckedEntry.Entry> before = new ArrayList<>();
        for (TypedMx server : servers) {
            ParsedField<DomainName> target = TargetReader.read(server.target(), ANY_ZONE);
            EntryReading reading =
                    EntryReading.of(server, ParsedField.of(ANY_ZONE), target, set(before), false, ANY_TTL);
            List<Finding> all = new ArrayList<>(reading.findings());
            target.value()
                    .filter(SpecialUseNames::contains)
                    .ifPresent(host -> all.add(Finding.error(Finding.Field.TARGET, "target-special-use", host)));
            findings.add(all);
            if (reading.entry() != null) {
                before.add(reading.entry());
            }
        }
        return findings;
    }

    private static Optional<MxSet> set(List<CheckedEntry.Entry> entries) {
        return entries.isEmpty()
                ? Optional.empty()
                : Optional.of(MxSet.of(
                        ANY_ZONE,
                        ANY_TTL,
                        entries.stream().map(CheckedEntry.Entry::record).toList()));
    }
}
