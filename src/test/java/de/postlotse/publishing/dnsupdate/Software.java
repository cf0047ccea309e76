package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.TestedNameServer;
import java.nio.file.Path;
import java.util.Map;

/** The name servers that take dynamic updates, each as a real process. */
enum Software {
    BIND {
        @Override
        TestedNameServer start(Path folder, Map<String, String> zones) {
            return Bind.start(folder, zones);
        }
    },
    KNOT {
        @Override
        TestedNameServer start(Path folder, Map<String, String> zones) {
            return Knot.start(folder, zones);
        }
    },
    POWERDNS {
        @Override
        TestedNameServer start(Path folder, Map<String, String> zones) {
            return PowerDnsUpdate.start(folder, zones);
        }
    };

    abstract TestedNameServer start(Path folder, Map<String, String> zones);
}
