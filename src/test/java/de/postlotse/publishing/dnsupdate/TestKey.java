package de.postlotse.publishing.dnsupdate;

import de.postlotse.publishing.server.DnsAddress;
import de.postlotse.publishing.server.NameServer;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A TSIG key that the fixtures know, and the name servers that are reached with it. */
record TestKey(String name, String secret) {

    /** May read zones and change MX records. */
    static final TestKey POSTLOTSE = new TestKey("postlotse", "geheim-nur-fuer-tests-0123456789");

    /** May read zones and change other records. */
    static final TestKey WITHOUT_MX = new TestKey("andere", "auch-geheim-nur-fuer-tests-01234");

    /** Longer than any machine takes for an answer. */
    static final Duration TIMEOUT = Duration.ofSeconds(10);

    TestKey(String name, String secret) {
        this.name = name;
        this.secret = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    }

    NameServer server(InetSocketAddress address) {
        return server(address, TIMEOUT, Clock.systemUTC());
    }

    NameServer server(InetSocketAddress address, Duration timeout, Clock clock) {
        return DnsUpdateKind.create("echt", settings(address, "hmac-sha256", timeout), clock);
    }

    DnsUpdateSettings settings(@Nullable InetSocketAddress address, String algorithm, Duration timeout) {
        String text = address == null
                ? null
                : DnsAddress.of("127.0.0.1:" + address.getPort()).toString();
        return new DnsUpdateSettings("dnsupdate", text, name, algorithm, secret, 8, timeout);
    }

    /** What an operator writes to configure a server under a name. */
    List<String> properties(String id, InetSocketAddress address) {
        String prefix = "postlotse.name-servers." + id + ".";
        return List.of(
                prefix + "type=dnsupdate",
                prefix + "dns-address=127.0.0.1:" + address.getPort(),
                prefix + "tsig-name=" + name,
                prefix + "tsig-secret=" + secret);
    }
}
