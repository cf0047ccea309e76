package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.ServerProcess;
import de.postlotse.testing.FreePorts;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Knot on a free loopback port, configured as operating.md says. */
public final class Knot {

    private static final String CONFIGURATION = """
            server:
                listen: 127.0.0.1@%d
                rundir: %s
            database:
                storage: %s
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

    private Knot() {}

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static UpdatedNameServer start(Path folder, Map<String, String> zones) {
        return start(folder, zones, Map.of());
    }

    /** @param settings a further setting of zones by name, such as {@code dnssec-signing: on} */
    public static UpdatedNameServer start(Path folder, Map<String, String> zones, Map<String, String> settings) {
        String program = ServerProcess.program("knotd", "knot");
        InetSocketAddress address = FreePorts.nextAddress();
        Path configuration = UpdatedNameServer.write(
                folder.resolve("knot.conf"), configuration(folder, address.getPort(), zones, settings), zones);
        List<String> command = List.of(program, "-c", configuration.toString());
        return UpdatedNameServer.started(ServerProcess.of(command, folder, address, zones.keySet()));
    }

    private static String configuration(
            Path folder, int port, Map<String, String> zones, Map<String, String> settings) {
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
                        .map(zone -> "  - domain: " + zone + "\n    " + settings.getOrDefault(zone, "") + "\n")
                        .collect(Collectors.joining());
    }
}
