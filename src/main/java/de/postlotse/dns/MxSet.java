package de.postlotse.dns;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;

/**
 * The MX records of one owner name: an RRset, so it has one TTL (RFC 2181 §5.2), no order of its own and no record
 * twice. It is never empty; an owner without MX records has no set.
 *
 * @throws IllegalArgumentException where there is no record
 */
public record MxSet(DomainName owner, Ttl ttl, List<MxRecord> records) {

    public MxSet {
        records = records.stream().distinct().sorted().toList();
        if (records.isEmpty()) {
            throw new IllegalArgumentException("an MX set without records at " + owner);
        }
    }

    public static MxSet of(DomainName owner, Ttl ttl, Collection<MxRecord> records) {
        return new MxSet(owner, ttl, List.copyOf(records));
    }

    /** The MX records of an owner among records of the DNS library, such as those of an answer; nothing without any. */
    public static Optional<MxSet> in(Collection<? extends Record> records, DomainName owner) {
        List<MXRecord> own = records.stream()
                .filter(MXRecord.class::isInstance)
                .map(MXRecord.class::cast)
                .filter(record -> record.getName().equals(owner.toName()))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new MxSet(
                        owner,
                        Ttl.received(own.getFirst().getTTL()),
                        own.stream().map(MxRecord::of).toList()));
    }

    /**
     * The records as the DNS library wants them.
     *
     * @param ttlSeconds the set's own, or 0 for a prerequisite (RFC 2136 §2.4)
     */
    public List<MXRecord> toRecords(int ttlSeconds) {
        return records.stream()
                .map(mx -> new MXRecord(
                        owner.toName(),
                        DClass.IN,
                        ttlSeconds,
                        mx.preference().value(),
                        mx.target().toName()))
                .toList();
    }

    /** Whether the owner says that it takes no mail, and nothing else (RFC 7505). */
    public boolean isNullMx() {
        return records.stream().allMatch(MxRecord::isNullMx);
    }

    public List<DomainName> targets() {
        return records.stream().map(MxRecord::target).distinct().toList();
    }

    /** The set without a record, or nothing where that was the last one. */
    public Optional<MxSet> without(MxRecord record) {
        List<MxRecord> rest =
                records.stream().filter(other -> !other.equals(record)).toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(new MxSet(owner, ttl, rest));
    }
}
