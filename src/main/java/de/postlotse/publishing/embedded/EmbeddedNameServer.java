package de.postlotse.publishing.embedded;

import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerException;
import de.postlotse.publishing.server.ServedZone;
import de.postlotse.zone.Zones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The name server within the application: the trial default, so that the first start needs nothing else. */
@Component
@ConditionalOnProperty(prefix = EmbeddedNameServerProperties.PREFIX, name = "enabled", havingValue = "true")
final class EmbeddedNameServer implements NameServer, SmartLifecycle {

    static final String ID = "embedded";

    private static final int WRITERS = 4;
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedNameServer.class);

    private final InetSocketAddress configured;
    private final ZoneStore store;
    private final IntSupplier published;
    private final Clock clock;
    private final TcpListener.Limits limits;
    private volatile HostedZones zones = HostedZones.NONE;
    private volatile @Nullable Listeners listeners;

    @Autowired
    EmbeddedNameServer(EmbeddedNameServerProperties properties, DataProperties data, Zones published, Clock clock) {
        this(
                properties,
                Path.of(data.dataDirectory()),
                () -> published.compareAllOf(ID, clock.instant()),
                clock,
                TcpListener.Limits.DEFAULT);
    }

    /** @param published has the zones that were published here compared, and says how many there are */
    EmbeddedNameServer(
            EmbeddedNameServerProperties properties,
            Path dataDirectory,
            IntSupplier published,
            Clock clock,
            TcpListener.Limits limits) {
        this.configured = new InetSocketAddress(properties.address(), properties.port());
        this.store = new ZoneStore(dataDirectory, properties.zoneDirectory());
        this.published = published;
        this.clock = clock;
        this.limits = limits;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public InetSocketAddress dnsAddress() {
        Listeners current = listeners;
        InetSocketAddress address = current == null ? configured : current.address();
        return address.getAddress().isAnyLocalAddress()
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort())
                : address;
    }

    @Override
    public Optional<DomainName> enclosing(DomainName name) {
        return Optional.ofNullable(zones.enclosing(name.toName()))
                .map(zone -> DomainName.of(zone.data().apex()));
    }

    @Override
    public ServedZone read(DomainName zone) {
        ZoneData data = served(zone).data();
        return new ServedZone(data.soa().getSerial(), ZoneMx.of(data));
    }

    @Override
    public void replaceMx(DomainName zone, MxReplacement replacement) {
        served(zone).replaceMx(replacement, clock);
    }

    /** Each zone has its own lock and file; more at once than the disk syncs side by side are of no use. */
    @Override
    public int concurrentWriters() {
        return WRITERS;
    }

    @Override
    public boolean standsForAll() {
        return true;
    }

    /** It runs or the application does not start. */
    @Override
    public void probe() {}

    private HostedZone served(DomainName apex) {
        HostedZone zone = zones.at(apex.toName());
        if (zone == null) {
            throw new NameServerException(
                    NameServerException.Reason.ZONE_NOT_SERVED, "the embedded name server has no zone " + apex);
        }
        return zone;
    }

    /**
     * Takes the port before it touches the files: where another process serves them, this one must leave them alone. Files
     * may be older than the store, cut off or gone, so that all zones are compared soon.
     */
    @Override
    public void start() {
        Sockets sockets = Sockets.open(configured);
        try {
            zones = store.load(published.getAsInt() > 0);
        } catch (RuntimeException e) {
            sockets.close();
            throw e;
        }
        listeners = Listeners.start(sockets, new Responder(zones), limits);
        String address = configured.getAddress().getHostAddress();
        int port = sockets.address().getPort();
        LOG.info("Embedded name server answers on {} port {} for {} zones", address, port, zones.size());
    }

    @Override
    public void stop() {
        Listeners current = listeners;
        if (current != null) {
            listeners = null;
            current.close();
        }
    }

    @Override
    public boolean isRunning() {
        return listeners != null;
    }

    /** Before the web server and whatever publishes, and after them when the application stops. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE / 2;
    }

    /** What runs while the server does. */
    private record Listeners(InetSocketAddress address, UdpListener udp, TcpListener tcp) {

        static Listeners start(Sockets sockets, Responder responder, TcpListener.Limits limits) {
            UdpListener udp = new UdpListener(sockets.udp(), responder);
            TcpListener tcp = new TcpListener(sockets.tcp(), responder, limits);
            udp.start();
            tcp.start();
            return new Listeners(sockets.address(), udp, tcp);
        }

        void close() {
            udp.close();
            try {
                tcp.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** @param dataDirectory where H2 and the embedded name server keep their data */
    @ConfigurationProperties("postlotse")
    record DataProperties(@DefaultValue("./data") String dataDirectory) {}
}
