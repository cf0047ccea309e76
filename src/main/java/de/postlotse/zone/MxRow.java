package de.postlotse.zone;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Preference;
import de.postlotse.dns.Ttl;
import jakarta.persistence.Embeddable;
import java.util.stream.Stream;

/** One MX record as the store keeps it. */
@Embeddable
record MxRow(DomainName owner, int preference, DomainName target, int ttl) {

    static Stream<MxRow> of(MxSet set) {
        return set.records().stream()
                .map(record -> new MxRow(
                        set.owner(),
                        record.preference().value(),
                        record.target(),
                        set.ttl().seconds()));
    }

    MxRecord record() {
        return new MxRecord(new Preference(preference), target);
    }

    Ttl setTtl() {
        return new Ttl(ttl);
    }
}
