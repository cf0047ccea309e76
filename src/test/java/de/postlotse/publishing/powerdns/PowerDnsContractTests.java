package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerContract;
import de.postlotse.publishing.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;

/** The contract, kept by a real PowerDNS through its API. */
class PowerDnsContractTests extends NameServerContract {

    @Override
    protected TestedNameServer start(Path folder, Map<String, String> zones) {
        PowerDns powerDns = PowerDns.start(folder, zones);
        return new Tested(powerDns, Settings.of(powerDns).nameServer());
    }

    private record Tested(PowerDns powerDns, NameServer nameServer) implements TestedNameServer {

        @Override
        public void stop() {
            powerDns.stop();
        }

        @Override
        public void start() {
            powerDns.start();
        }

        @Override
        public void close() {
            powerDns.close();
        }
    }
}
