package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.powerdns.PowerDns;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** PowerDNS that takes dynamic updates, configured as operating.md says. */
public final class PowerDnsUpdate {

    private PowerDnsUpdate() {}

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static UpdatedNameServer start(Path folder, Map<String, String> zones) {
        return start(folder, zones, process -> {});
    }

    /** @param prepared is done to the zones before they are served */
    public static UpdatedNameServer start(Path folder, Map<String, String> zones, Consumer<PowerDns> prepared) {
        PowerDns process = PowerDns.start(
                folder, zones, "dnsupdate=yes", "allow-dnsupdate-from=127.0.0.0/8", "allow-axfr-ips=127.0.0.0/8");
        importKey(process, TestKey.POSTLOTSE);
        importKey(process, TestKey.WITHOUT_MX);
        for (String zone : zones.keySet()) {
            process.pdnsutil("set-meta", zone, "TSIG-ALLOW-DNSUPDATE", TestKey.POSTLOTSE.name());
            process.pdnsutil("set-meta", zone, "TSIG-ALLOW-AXFR", TestKey.POSTLOTSE.name(), TestKey.WITHOUT_MX.name());
        }
        prepared.accept(process);
        // The server keeps what it has read of keys and rights for a minute
        process.stop();
        return UpdatedNameServer.started(process);
    }

    private static void importKey(PowerDns process, TestKey key) {
        process.pdnsutil("import-tsig-key", key.name(), "hmac-sha256", key.secret());
    }
}
