package de.postlotse.publishing.embedded;

import java.util.List;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** What one zone says of one name and type (RFC 1034 §4.3.2, step 3). */
sealed interface Match {

    /** The records asked for. */
    record Found(List<Record> records) implements Match {}

    /** The name is an alias: these records say so, and the answer goes on at the target. */
    record Alias(List<Record> records, Name target) implements Match {}

    /** Other name servers answer for the name. */
    record Referral(Barrier.Cut cut) implements Match {}

    /** The name exists, the type does not; so it is for an empty non-terminal (RFC 8020 §2). */
    record NoData() implements Match {}

    /** The name does not exist. */
    record NoName() implements Match {}

    /** The name that a DNAME leads to is longer than 255 octets (RFC 6672 §2.2). */
    record TooLong(Record dname) implements Match {}
}
