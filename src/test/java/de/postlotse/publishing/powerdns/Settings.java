package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.server.DnsAddress;
import de.postlotse.publishing.server.NameServer;
import java.time.Duration;

/** Settings of a test's name server {@code pdns1}. */
record Settings(String url, String apiKey, String dnsAddress, String serverId, Duration readTimeout) {

    static Settings of(PowerDns server) {
        return of(server.url()).dnsAddress(server.address().getPort()).apiKey(server.apiKey());
    }

    static Settings of(String url) {
        return new Settings(url, "richtig", "127.0.0.1:53", "localhost", Duration.ofSeconds(5));
    }

    Settings apiKey(String key) {
        return new Settings(url, key, dnsAddress, serverId, readTimeout);
    }

    Settings serverId(String id) {
        return new Settings(url, apiKey, dnsAddress, id, readTimeout);
    }

    Settings readTimeout(Duration time) {
        return new Settings(url, apiKey, dnsAddress, serverId, time);
    }

    private Settings dnsAddress(int port) {
        return new Settings(url, apiKey, "127.0.0.1:" + port, serverId, readTimeout);
    }

    NameServer nameServer() {
        PowerDnsSettings settings = new PowerDnsSettings(
                "powerdns", DnsAddress.of(dnsAddress), url, apiKey, serverId, 4, Duration.ofSeconds(2), readTimeout);
        return new PowerDnsServer("pdns1", settings);
    }
}
