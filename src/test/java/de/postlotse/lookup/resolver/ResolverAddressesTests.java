package de.postlotse.lookup.resolver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.postlotse.lookup.IpLiteral;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResolverAddressesTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1,              192.0.2.1,   53",
        "192.0.2.1:5353,         192.0.2.1,   5353",
        "' 192.0.2.1:5353 ',     192.0.2.1,   5353",
        "[2001:db8::1]:5353,     2001:db8::1, 5353",
        "[2001:db8::1],          2001:db8::1, 53",
        "2001:db8::1,            2001:db8::1, 53",
        "[::1]:65535,            ::1,         65535"
    })
    void readsAddressAndPort(String entry, String address, int port) {
        assertThat(LookupConfiguration.ResolverAddresses.of(List.of(entry)))
                .containsExactly(new InetSocketAddress(IpLiteral.parse(address), port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dns.hoster.net",
                "localhost:53",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1:",
                "192.0.2.1:0",
                "192.0.2.1:65536",
                "192.0.2.1:99999",
                "192.0.2.1:dns",
                "192.0.2.1;192.0.2.2",
                "[2001:db8::1",
                "[2001:db8::1]5353",
                "[]:53",
                ":53"
            })
    void refusesWhatIsNoAddressAndNamesTheProperty(String entry) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LookupConfiguration.ResolverAddresses.of(List.of("192.0.2.1", entry)))
                .withMessageContaining("postlotse.dns.resolvers")
                .withMessageContaining(entry);
    }

    @Test
    void takesTheSystemsWhereNoneIsConfigured() {
        assertThat(LookupConfiguration.ResolverAddresses.of(List.of())).isNotEmpty();
    }
}
