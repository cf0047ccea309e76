package de.postlotse.publishing;

import de.postlotse.publishing.dnsupdate.Bind;
import de.postlotse.publishing.dnsupdate.Knot;
import de.postlotse.publishing.dnsupdate.PowerDnsUpdate;
import de.postlotse.publishing.powerdns.PowerDns;
import de.postlotse.publishing.powerdns.PowerDnsApiServer;
import de.postlotse.publishing.server.TestedNameServer;
import de.postlotse.testing.Io;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The real name servers with zones that they sign, one process for all zones of a software, started when needed. */
final class SignedServers implements AutoCloseable {

    private static final String MASTER_FILE = """
            $TTL 300
            @ IN SOA ns1.hoster.net. hostmaster.hoster.net. 1 7200 3600 1209600 60
            @ NS ns1.hoster.net.
            @ TXT "v=spf1 mx -all"
            @ MX 10 alt.extern.net.
            shop MX 10 alt.extern.net.
            www CNAME @
            """;

    private static final Map<String, String> BIND =
            Map.of("dynamisch.de", "dnssec-policy default;", "inline.de", "dnssec-policy default; inline-signing yes;");
    private static final Map<String, String> KNOT =
            Map.of("signiert.de", "dnssec-signing: on", "online.de", "module: mod-onlinesign");
    private static final String INCEPTION = "INCEPTION-INCREMENT";
    private static final Map<String, String> POWERDNS =
            Map.of("schlicht.de", "", "inception.de", INCEPTION, "api.de", "", "api-inception.de", INCEPTION);

    private final Path folder;
    private final Map<String, TestedNameServer> started = new HashMap<>();
    private final Map<String, TestedNameServer> byApi = new HashMap<>();

    SignedServers(Path folder) {
        this.folder = folder;
    }

    TestedNameServer bind() {
        return started.computeIfAbsent("bind", name -> Bind.start(folder(name), zones(BIND), BIND));
    }

    TestedNameServer knot() {
        return started.computeIfAbsent("knot", name -> Knot.start(folder(name), zones(KNOT), KNOT));
    }

    TestedNameServer powerDnsByUpdate() {
        return started.computeIfAbsent(
                "powerdns", name -> PowerDnsUpdate.start(folder(name), zones(POWERDNS), this::sign));
    }

    TestedNameServer powerDnsByApi() {
        powerDnsByUpdate();
        return byApi.values().iterator().next();
    }

    private void sign(PowerDns process) {
        POWERDNS.forEach((zone, soaEdit) -> {
            process.pdnsutil("secure-zone", zone);
            process.pdnsutil("set-meta", zone, "SOA-EDIT", soaEdit);
        });
        byApi.put("powerdns", PowerDnsApiServer.serving(process));
    }

    private Path folder(String name) {
        return Io.get(() -> Files.createDirectories(folder.resolve(name)));
    }

    private static Map<String, String> zones(Map<String, String> settings) {
        return settings.keySet().stream()
                .collect(Collectors.toMap(zone -> zone, zone -> "$ORIGIN " + zone + ".\n" + MASTER_FILE));
    }

    @Override
    public void close() {
        started.values().forEach(TestedNameServer::close);
    }
}
