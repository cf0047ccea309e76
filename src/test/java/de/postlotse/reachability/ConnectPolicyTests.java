package de.postlotse.reachability;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody looks around in our network by way of us. */
class ConnectPolicyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "::ffff:127.0.0.1",
                "2002:7f00:1::",
                "2001:db8::1"
            })
    void leadsToNoAddressThatIsNotPublic(String address) throws UnknownHostException {
        assertThat(ConnectPolicy.PUBLIC.to(InetAddress.getByName(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.175.48.1", "2620:4f:8000::1"})
    void leadsToPort25OfPublicOnes(String address) throws UnknownHostException {
        assertThat(ConnectPolicy.PUBLIC.to(InetAddress.getByName(address)))
                .contains(new InetSocketAddress(InetAddress.getByName(address), 25));
    }
}
