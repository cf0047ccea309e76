package de.postlotse.dns;

import java.util.stream.Stream;

/** Sets of MX records as tests write them down. */
public final class MxSets {

    private MxSets() {}

    /**
     * A set of an owner.
     *
     * @param ttl in seconds
     * @param records each a preference and a host, such as {@code 10 mail.kunde.de}
     */
    public static MxSet mx(DomainName owner, int ttl, String... records) {
        return MxSet.of(
                owner,
                new Ttl(ttl),
                Stream.of(records)
                        .map(record -> record.split(" "))
                        .map(parts -> MxRecord.of(Integer.parseInt(parts[0]), parts[1]))
                        .toList());
    }

    public static MxSet mx(String owner, int ttl, String... records) {
        return mx(DomainName.of(owner), ttl, records);
    }
}
