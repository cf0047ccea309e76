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

/** Knot on a free loopback port, configured as the README says. */
public final class Knot implements NameServerOfItsOwn {

    private static final String CONFIGURATION = """
            server:
                listen: 127.0.0.1@%d
                rundir: %s
            database:
                storage: %s/data
            log:
              - target: stderr
                any: notice
            key:
              - id: %s
                algorithm: hmac-sha256
                secret: %s
              - id: %s
                algorithm: hmac-sha256
                secret: %s
            acl:
              - id: mx
                key: %s
                action: [update, transfer]
                update-type: [MX]
              - id: other
                key: %s
                action: [update, transfer]
                update-type: [TXT]
              - id: loopback
                address: 127.0.0.1
                action: transfer
            template:
              - id: default
                storage: %s
                file: "%%s.zone"
                acl: [mx, other, loopback]
            zone:
            """;

    private final ServerProcess process;
    private final NameServer nameServer;

    private Knot(ServerProcess process) {
        this.process = process;
        this.nameServer = TestKey.POSTLOTSE.server(process.address());
    }

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static Knot start(Path folder, Map<String, String> zones) {
        String program = ServerProcess.program("knotd", "knot");
        InetSocketAddress address = ServerProcess.freeAddress();
        Path configuration = folder.resolve("knot.conf");
        try {
            for (Map.Entry<String, String> zone : zones.entrySet()) {
                Files.writeString(folder.resolve(zone.getKey() + ".zone"), zone.getValue());
            }
            Files.createDirectories(folder.resolve("data"));
            Files.writeString(configuration, configuration(folder, address.getPort(), zones));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = List.of(program, "-c", configuration.toString());
        Knot knot = new Knot(new ServerProcess(command, folder, address, List.copyOf(zones.keySet())));
        knot.start();
        return knot;
    }

    private static String configuration(Path folder, int port, Map<String, String> zones) {
        TestKey mx = TestKey.POSTLOTSE;
        TestKey other = TestKey.WITHOUT_MX;
        String head = CONFIGURATION.formatted(
                port,
                folder,
                folder,
                mx.name(),
                mx.secret(),
                other.name(),
                other.secret(),
                mx.name(),
                other.name(),
                folder);
        return head
                + zones.keySet().stream()
                        .map(zone -> "  - domain: " + zone + "\n")
                        .collect(Collectors.joining());
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
