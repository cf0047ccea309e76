package de.postlotse.publishing.dnsupdate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationPropertiesSource;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to reach a name server by dynamic update.
 *
 * @param type dnsupdate
 * @param dnsAddress where the server answers over DNS, UDP and TCP, address[:port]
 * @param tsigName the name of the TSIG key, as the server knows it
 * @param tsigAlgorithm hmac-sha256, hmac-sha384 or hmac-sha512
 * @param tsigSecret the TSIG key itself, in base64
 * @param concurrentWriters how many changes the server takes at once from each node
 * @param timeout longest wait for a connection and for an answer
 */
@ConfigurationPropertiesSource
record DnsUpdateSettings(
        String type,
        @Nullable String dnsAddress,
        @Nullable String tsigName,
        @DefaultValue("hmac-sha256") String tsigAlgorithm,
        @Nullable String tsigSecret,
        @DefaultValue("8") int concurrentWriters,
        @DefaultValue("5s") Duration timeout) {

    @Override
    public String toString() {
        return "DnsUpdateSettings[dnsAddress=" + dnsAddress + ", tsigName=" + tsigName + ", tsigAlgorithm="
                + tsigAlgorithm + ", concurrentWriters=" + concurrentWriters + ", timeout=" + timeout + "]";
    }
}
