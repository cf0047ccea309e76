package de.postlotse.publishing.server;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.Name;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;
import org.xbill.DNS.ZoneTransferException;
import org.xbill.DNS.ZoneTransferIn;

/** A real name server that a test has started on a loopback port, with data in a folder of the test. */
public interface TestedNameServer extends AutoCloseable {

    /** Postlotse's side of it, with a key that may do what is needed. */
    NameServer nameServer();

    /** What an operator writes to configure it under a name; nothing where it needs no configuration. */
    default List<String> properties(String id) {
        return List.of();
    }

    /** Stops it; it keeps its data. */
    void stop();

    /** Starts it again and returns once it answers. */
    void start();

    @Override
    void close();

    /** Every record of a zone, sorted, without the serial; from loopback anybody may transfer. */
    default List<String> records(String zone) {
        return transfer(zone)
                .map(record -> record instanceof SOARecord soa
                        ? "SOA " + soa.getHost() + " " + soa.getAdmin() + " " + soa.getRefresh()
                        : record.getName() + " " + record.getTTL() + " " + Type.string(record.getType()) + " "
                                + record.rdataToString())
                .sorted()
                .toList();
    }

    private Stream<org.xbill.DNS.Record> transfer(String zone) {
        try {
            ZoneTransferIn transfer = ZoneTransferIn.newAXFR(
                    Name.fromString(zone, Name.root), nameServer().dnsAddress(), null);
            transfer.run();
            return transfer.getAXFR().stream().distinct();
        } catch (IOException | ZoneTransferException e) {
            throw new IllegalStateException("cannot transfer " + zone, e);
        }
    }
}
