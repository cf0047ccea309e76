package de.postlotse;

import de.postlotse.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TSIG;
import org.xbill.DNS.Type;
import org.xbill.DNS.Update;

/** What a bare client does: a dynamic update that replaces the MX set, over TCP, signed, and nothing else. */
final class BareUpdates implements BareClient {

    private final SimpleResolver server;

    BareUpdates(InetSocketAddress address, TSIG key) {
        this.server = new SimpleResolver(address);
        server.setTCP(true);
        server.setTSIGKey(key);
        server.setTimeout(Duration.ofSeconds(10));
    }

    @Override
    public void replace(String zone, int ttl) {
        try {
            Name name = Name.fromString(zone, Name.root);
            Update update = new Update(name);
            update.delete(name, Type.MX);
            update.add(new MXRecord(name, DClass.IN, ttl, 10, Name.fromString(Cluster.host(0), Name.root)));
            Message reply = server.send(update);
            if (reply.getRcode() != Rcode.NOERROR) {
                throw new IllegalStateException(reply.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
