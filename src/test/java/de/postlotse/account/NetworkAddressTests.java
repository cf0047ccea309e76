package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request comes from, whatever whoever sends it says about that. */
class NetworkAddressTests {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "255.255.255.255", "::1", "2001:db8::7", "::ffff:192.0.2.1", "fe80::1%eth0"})
    void anAddressIsKept(String address) {
        assertThat(NetworkAddress.of(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<b>x</b>",
                "unknown",
                "kunden.hoster.example",
                "192.0.2.256",
                "192.0.2",
                "192.0.2.1, 198.51.100.1",
                "192.0.2.1\nERROR",
                "fe80::1%<b>",
                "1:2:3:4:5:6:7:8:9",
                "_secret:80"
            })
    void whatIsNoAddressIsNothing(String text) {
        assertThat(NetworkAddress.of(text)).isEmpty();
        assertThat(NetworkAddress.of(text + "A".repeat(200))).isEmpty();
        assertThat(new Caller("kunde1", Role.CUSTOMER, "10001", text).origin()).isEmpty();
    }

    /** Whoever reaches a node from a private network could else choose an address for each attempt to log in. */
    @Test
    void aProxyIsBelievedOnThisMachineOnlyUnlessTheOperatorNamesAnother() throws IOException {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        Pattern believed = Pattern.compile(properties.getProperty("server.tomcat.remoteip.internal-proxies"));

        assertThat(believed.matcher("127.0.0.1").matches()).isTrue();
        assertThat(believed.matcher("0:0:0:0:0:0:0:1").matches()).isTrue();
        for (String other :
                new String[] {"10.9.8.7", "192.168.0.1", "172.16.0.1", "169.254.1.1", "127.0.0.10", "fe80::1"}) {
            assertThat(believed.matcher(other).matches()).as(other).isFalse();
        }
    }

    /** HAProxy would add the visitor's address behind whatever the visitor has sent. */
    @Test
    void theSampleProxyTakesAwayWhatItHasNotSet() throws IOException {
        String proxy = Files.readString(Path.of("src/main/docker/haproxy.cfg"));

        assertThat(proxy.indexOf("http-request del-header X-Forwarded- -m beg"))
                .isPositive()
                .isLessThan(proxy.indexOf("http-request set-header X-Forwarded-For %[src]"));
        assertThat(proxy).doesNotContain("option forwardfor");
    }
}
