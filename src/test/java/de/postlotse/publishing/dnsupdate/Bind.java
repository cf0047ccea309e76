package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.ServerProcess;
import de.postlotse.testing.FreePorts;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.TSIG;

/** BIND on a free loopback port, configured as operating.md says. */
public final class Bind {

    private Bind() {}

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static UpdatedNameServer start(Path folder, Map<String, String> zones) {
        return start(folder, zones, Map.of());
    }

    /** @param settings further settings of zones by name, such as {@code dnssec-policy default;} */
    public static UpdatedNameServer start(Path folder, Map<String, String> zones, Map<String, String> settings) {
        String program = ServerProcess.program("named", "bind9");
        InetSocketAddress address = FreePorts.nextAddress();
        Path configuration = UpdatedNameServer.write(
                folder.resolve("named.conf"), configuration(folder, address.getPort(), zones, settings), zones);
        List<String> command = List.of(program, "-g", "-n", "2", "-c", configuration.toString());
        return UpdatedNameServer.started(ServerProcess.of(command, folder, address, zones.keySet()));
    }

    private static String configuration(
            Path folder, int port, Map<String, String> zones, Map<String, String> settings) {
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
        return head
                + keys
                + zones.keySet().stream()
                        .map(zone -> zone(zone, settings.getOrDefault(zone, "")))
                        .collect(Collectors.joining());
    }

    private static String zone(String name, String settings) {
        return """
                zone "%s" {
                    type primary;
                    file "%s.zone";
                    update-policy { grant %s zonesub MX; grant %s zonesub TXT; };
                    %s
                };
                """.formatted(name, name, TestKey.POSTLOTSE.name(), TestKey.WITHOUT_MX.name(), settings);
    }

    /** What its zones are changed with, for a client of its own. */
    public static TSIG key() {
        return new TSIG(TSIG.HMAC_SHA256, TestKey.POSTLOTSE.name(), TestKey.POSTLOTSE.secret());
    }
}
