package de.postlotse.publishing.embedded;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The real server on a free loopback port, with zones and data in a folder of the test. */
public final class RunningServer implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    private final EmbeddedNameServer server;

    private RunningServer(EmbeddedNameServer server) {
        this.server = server;
        server.start();
    }

    /** Starts with the master files in the folder {@code masters} below, if there is one, and data beside it. */
    static RunningServer in(Path folder) {
        return in(folder, TcpListener.Limits.DEFAULT);
    }

    static RunningServer in(Path folder, TcpListener.Limits limits) {
        Path masters = folder.resolve("masters");
        return new RunningServer(server(folder, Files.exists(masters) ? masters : null, 0, limits));
    }

    static EmbeddedNameServer server(Path folder, @Nullable Path masters, int port, TcpListener.Limits limits) {
        var properties = new EmbeddedNameServerProperties(true, InetAddress.getLoopbackAddress(), port, masters);
        return new EmbeddedNameServer(properties, folder.resolve("data"), () -> 0, CLOCK, limits);
    }

    /** Puts a zone with the given lines, and SOA and NS if it has none, where the first start finds it. */
    static void zone(Path folder, String name, String... lines) {
        String head = "@ 300 IN SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60\n"
                + "@ 300 IN NS ns1.hoster.net.\n$TTL 300\n";
        write(folder.resolve("masters").resolve(name + ".zone"), head + String.join("\n", lines) + "\n");
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path dataFile(Path folder, String zone) {
        return folder.resolve("data").resolve("zones").resolve(zone + ".zone");
    }

    EmbeddedNameServer nameServer() {
        return server;
    }

    /** Replaces whatever sets are there. */
    static void replace(NameServer server, DomainName zone, List<MxSet> wanted) {
        server.replaceMx(zone, MxReplacement.of(server.read(zone).mxSets(), wanted));
    }

    InetSocketAddress address() {
        return server.dnsAddress();
    }

    SimpleResolver resolver() {
        SimpleResolver resolver = new SimpleResolver(address());
        resolver.setTimeout(Duration.ofSeconds(20));
        resolver.setIgnoreTruncation(true);
        return resolver;
    }

    Message ask(String name, int type) throws IOException {
        return resolver().send(question(name, type));
    }

    static Message question(String name, int type) throws IOException {
        return Message.newQuery(Record.newRecord(Name.fromString(name, Name.root), type, DClass.IN));
    }

    /** The records of a section as "owner TTL type data", names as they came. */
    static List<String> lines(Message message, int section) {
        return message.getSection(section).stream()
                .filter(record -> record.getType() != Type.OPT)
                .map(record -> record.getName() + " " + record.getTTL() + " " + Type.string(record.getType()) + " "
                        + record.rdataToString())
                .toList();
    }

    static List<String> answers(Message message) {
        return lines(message, Section.ANSWER);
    }

    @Override
    public void close() {
        server.stop();
    }
}
