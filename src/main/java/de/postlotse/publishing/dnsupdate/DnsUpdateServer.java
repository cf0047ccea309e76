package de.postlotse.publishing.dnsupdate;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.ServedZone;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.Type;

/**
 * A name server that takes dynamic updates (RFC 2136) signed with TSIG (RFC 8945), over TCP. A change is one message
 * that compares and sets.
 */
final class DnsUpdateServer implements NameServer {

    private final String id;
    private final InetSocketAddress address;
    private final int writers;
    private final ZoneAccess access;

    DnsUpdateServer(String id, TsigKey key, Connections connections, int writers) {
        this.id = id;
        this.address = connections.address();
        this.writers = writers;
        this.access = new ZoneAccess(connections, key, new Refusals(id, address));
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public InetSocketAddress dnsAddress() {
        return address;
    }

    /** It cannot be told without asking around. */
    @Override
    public Optional<DomainName> enclosing(DomainName name) {
        return Optional.empty();
    }

    @Override
    public ServedZone read(DomainName zone) {
        return access.read(zone, Set.of()).served();
    }

    @Override
    public void replaceMx(DomainName zone, MxReplacement replacement) {
        new MxChange(access, zone, replacement).apply();
    }

    @Override
    public int concurrentWriters() {
        return writers;
    }

    /**
     * Asks, signed, for a zone that it hardly serves: whatever the answer, the key is good where that is signed too.
     * Knot signs nothing about a zone that it does not serve, so that its word on the key is heard with the first zone.
     */
    @Override
    public void probe() {
        try (Conversation conversation = access.begin()) {
            Conversation.Reply reply = access.ask(conversation, DomainName.ROOT, Type.SOA);
            if (access.refusals().isAboutTheKey(reply)) {
                throw access.refusals().of(DomainName.ROOT, reply);
            }
        }
    }

    @Override
    public String toString() {
        return "DnsUpdateServer[" + id + "]";
    }
}
