package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerOfItsOwn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PowerDNS that is written to through its HTTP API, configured as the README says. */
public record PowerDnsApiServer(PowerDns process, NameServer nameServer) implements NameServerOfItsOwn {

    private static final String AXFR = "allow-axfr-ips=127.0.0.0/8";

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static PowerDnsApiServer start(Path folder, Map<String, String> zones) {
        return serving(PowerDns.start(folder, zones, AXFR));
    }

    /** Whoever asks in the very moment of a change can have it keep the old answer; so it keeps none. */
    public static PowerDnsApiServer startWithoutCaches(Path folder, Map<String, String> zones) {
        return serving(PowerDns.start(folder, zones, AXFR, "cache-ttl=0", "query-cache-ttl=0", "negquery-cache-ttl=0"));
    }

    private static PowerDnsApiServer serving(PowerDns process) {
        return new PowerDnsApiServer(process, Settings.of(process).nameServer());
    }

    @Override
    public List<String> properties(String id) {
        String prefix = "postlotse.name-servers." + id + ".";
        return List.of(
                prefix + "type=powerdns",
                prefix + "dns-address=127.0.0.1:" + process.dnsAddress().getPort(),
                prefix + "url=" + process.url(),
                prefix + "api-key=" + process.apiKey(),
                prefix + "concurrent-writers=1");
    }
}
