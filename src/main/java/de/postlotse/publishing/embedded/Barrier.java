package de.postlotse.publishing.embedded;

import java.util.List;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/** What ends a zone's authority on the way from its apex down to a name. */
sealed interface Barrier {

    /** At and below this name other name servers answer (RFC 1034 §4.2.1). */
    record Cut(Name at, List<Record> nameServers) implements Barrier {}

    /** Everything below this record's owner, but not the owner itself, lives elsewhere (RFC 6672 §2.4). */
    record Redirect(DNAMERecord dname) implements Barrier {}
}
