package de.postlotse.publishing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an operator may write where a name server answers. */
class DnsAddressTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.53, 192.0.2.53:53",
        "192.0.2.53:5353, 192.0.2.53:5353",
        "' 192.0.2.53 ', 192.0.2.53:53",
        "2001:db8::53, [2001:db8:0:0:0:0:0:53]:53",
        "[2001:db8::53], [2001:db8:0:0:0:0:0:53]:53",
        "[2001:db8::53]:5353, [2001:db8:0:0:0:0:0:53]:5353"
    })
    void takesAddressesOfBothFamilies(String written, String meant) {
        assertThat(DnsAddress.of(written)).hasToString(meant);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "ns1.hoster.net",
                "192.0.2.256",
                "192.0.2",
                "1",
                "192.0.2.53:0",
                "192.0.2.53:65536",
                "192.0.2.53:",
                "192.0.2.53:٥٣",
                "[2001:db8::53]5353",
                "2001:db8::53:::",
                "[fe80::1%lo]"
            })
    void takesNothingElse(String written) {
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() -> DnsAddress.of(written))
                .satisfies(e -> assertThat(e.setting()).isEqualTo("dns-address"));
    }
}
