package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerOfItsOwn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.TSIG;

/** BIND on a free loopback port, configured as the README says. */
public final class Bind implements NameServerOfItsOwn {

    private final ServerProcess process;
    private final NameServer nameServer;

    private Bind(ServerProcess process) {
        this.process = process;
        this.nameServer = TestKey.POSTLOTSE.server(process.address());
    }

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static Bind start(Path folder, Map<String, String> zones) {
        String program = ServerProcess.program("named", "bind9");
        InetSocketAddress address = ServerProcess.freeAddress();
        Path configuration = folder.resolve("named.conf");
        try {
            for (Map.Entry<String, String> zone : zones.entrySet()) {
                Files.writeString(folder.resolve(zone.getKey() + ".zone"), zone.getValue());
            }
            Files.writeString(configuration, configuration(folder, address.getPort(), zones));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = List.of(program, "-g", "-n", "2", "-c", configuration.toString());
        Bind bind = new Bind(new ServerProcess(command, folder, address, List.copyOf(zones.keySet())));
        bind.start();
        return bind;
    }

    private static String configuration(Path folder, int port, Map<String, String> zones) {
        String head = """
                options {
                    directory "%s";
                    listen-on port %d { 127.0.0.1; };
                    listen-on-v6 { none; };
                    pid-file "named.pid";
                    session-keyfile none;
                    recursion no;
                    notify no;
                    dnssec-validation no;
                    check-names primary ignore;
                    allow-transfer { 127.0.0.1; };
                };
                controls {};
                """.formatted(folder, port);
        String keys = Stream.of(TestKey.POSTLOTSE, TestKey.WITHOUT_MX)
                .map(key ->
                        "key \"%s\" { algorithm hmac-sha256; secret \"%s\"; };%n".formatted(key.name(), key.secret()))
                .collect(Collectors.joining());
        return head + keys + zones.keySet().stream().map(Bind::zone).collect(Collectors.joining());
    }

    private static String zone(String name) {
        return """
                zone "%s" {
                    type primary;
                    file "%s.zone";
                    update-policy { grant %s zonesub MX; grant %s zonesub TXT; };
                };
                """.formatted(name, name, TestKey.POSTLOTSE.name(), TestKey.WITHOUT_MX.name());
    }

    /** What its zones are changed with, for a client of its own. */
    public static TSIG key() {
        return new TSIG(TSIG.HMAC_SHA256, TestKey.POSTLOTSE.name(), TestKey.POSTLOTSE.secret());
    }

    @Override
    public ServerProcess process() {
        return process;
    }

    @Override
    public List<String> properties(String id) {
        return TestKey.POSTLOTSE.properties(id, process.address());
    }

    @Override
    public NameServer nameServer() {
        return nameServer;
    }
}
