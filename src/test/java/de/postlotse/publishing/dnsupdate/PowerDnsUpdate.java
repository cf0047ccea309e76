package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerOfItsOwn;
import de.postlotse.publishing.powerdns.PowerDns;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PowerDNS that takes dynamic updates, configured as the README says. */
public final class PowerDnsUpdate implements NameServerOfItsOwn {

    private final PowerDns process;
    private final NameServer nameServer;

    private PowerDnsUpdate(PowerDns process) {
        this.process = process;
        this.nameServer = TestKey.POSTLOTSE.server(process.dnsAddress());
    }

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static PowerDnsUpdate start(Path folder, Map<String, String> zones) {
        PowerDns process = PowerDns.start(
                folder, zones, "dnsupdate=yes", "allow-dnsupdate-from=127.0.0.0/8", "allow-axfr-ips=127.0.0.0/8");
        importKey(process, TestKey.POSTLOTSE);
        importKey(process, TestKey.WITHOUT_MX);
        for (String zone : zones.keySet()) {
            process.pdnsutil("set-meta", zone, "TSIG-ALLOW-DNSUPDATE", TestKey.POSTLOTSE.name());
            process.pdnsutil("set-meta", zone, "TSIG-ALLOW-AXFR", TestKey.POSTLOTSE.name(), TestKey.WITHOUT_MX.name());
        }
        // The server keeps what it has read of keys and rights for a minute
        process.stop();
        process.start();
        return new PowerDnsUpdate(process);
    }

    private static void importKey(PowerDns process, TestKey key) {
        process.pdnsutil("import-tsig-key", key.name(), "hmac-sha256", key.secret());
    }

    @Override
    public PowerDns process() {
        return process;
    }

    @Override
    public List<String> properties(String id) {
        return TestKey.POSTLOTSE.properties(id, process.dnsAddress());
    }

    @Override
    public NameServer nameServer() {
        return nameServer;
    }
}
