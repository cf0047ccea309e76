package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.NameServerContract;
import de.postlotse.publishing.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;

/** The contract, kept by a real PowerDNS through its API. */
class PowerDnsContractTests extends NameServerContract {

    @Override
    protected TestedNameServer start(Path folder, Map<String, String> zones) {
        return PowerDnsApiServer.start(folder, zones);
    }
}
