package de.postlotse.dns;

import java.util.Comparator;
import org.xbill.DNS.MXRecord;

/** One MX record of a set: a mail server and the priority at which senders try it (RFC 1035 §3.3.9). */
public record MxRecord(Preference preference, DomainName target) implements Comparable<MxRecord> {

    private static final Comparator<MxRecord> ORDER =
            Comparator.comparing(MxRecord::preference).thenComparing(MxRecord::target);

    /** "This domain takes no mail" (RFC 7505 §3). */
    public static final MxRecord NULL_MX = new MxRecord(Preference.ZERO, DomainName.ROOT);

    public static MxRecord of(int preference, String target) {
        return new MxRecord(new Preference(preference), DomainName.of(target));
    }

    /** Takes over a record of the DNS library. */
    static MxRecord of(MXRecord record) {
        return new MxRecord(new Preference(record.getPriority()), DomainName.of(record.getTarget()));
    }

    /** Whether the target is the root, whatever the priority: mail servers take that for a null MX too. */
    public boolean isNullMx() {
        return target.isRoot();
    }

    @Override
    public int compareTo(MxRecord other) {
        return ORDER.compare(this, other);
    }

    /** The record's data as a master file writes it, {@code 10 mx1.hoster.net.} */
    @Override
    public String toString() {
        return preference + " " + target + (target.isRoot() ? "" : ".");
    }
}
