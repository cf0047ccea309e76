package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.NameServerContract;
import de.postlotse.publishing.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;

/** The contract, kept with a real PowerDNS by dynamic update. */
class PowerDnsUpdateContractTests extends NameServerContract {

    @Override
    protected TestedNameServer start(Path folder, Map<String, String> zones) {
        return PowerDnsUpdate.start(folder, zones);
    }
}
