package de.postlotse.publishing.dnsupdate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.WrongSettingException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** What can be configured, and what is told where it could never work. */
class DnsUpdateKindTests {

    private static final String SECRET = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Clock CLOCK = Clock.systemUTC();

    private static DnsUpdateSettings settings(
            @Nullable String address, @Nullable String name, String algorithm, @Nullable String secret) {
        return new DnsUpdateSettings("dnsupdate", address, name, algorithm, secret, 8, TIMEOUT);
    }

    private void assertWrong(DnsUpdateSettings settings, String setting) {
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() -> DnsUpdateKind.create("echt", settings, CLOCK))
                .satisfies(e -> assertThat(e.setting()).isEqualTo(setting))
                .satisfies(e -> assertThat(e).hasNoCause());
    }

    @Test
    void isBoundFromPropertiesWithDefaults() {
        Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(
                "postlotse.name-servers.echt.type", "dnsupdate",
                "postlotse.name-servers.echt.dns-address", "192.0.2.53:5353",
                "postlotse.name-servers.echt.tsig-name", "postlotse",
                "postlotse.name-servers.echt.tsig-secret", SECRET)));

        DnsUpdateSettings bound = binder.bind("postlotse.name-servers.echt", DnsUpdateSettings.class)
                .get();

        assertThat(bound)
                .isEqualTo(new DnsUpdateSettings(
                        "dnsupdate", "192.0.2.53:5353", "postlotse", "hmac-sha256", SECRET, 8, TIMEOUT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac-sha256", "hmac-sha384", "hmac-sha512", "HMAC-SHA256"})
    void takesStrongAlgorithms(String algorithm) {
        NameServer server = DnsUpdateKind.create("echt", settings("192.0.2.53", "postlotse", algorithm, SECRET), CLOCK);

        assertThat(server.id()).isEqualTo("echt");
        assertThat(server.dnsAddress().getPort()).isEqualTo(53);
        assertThat(server.concurrentWriters()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hmac-md5", "hmac-md5.sig-alg.reg.int", "hmac-sha1", "hmac-sha224", "hmac-sha256-128", ""})
    void refusesWeakAlgorithms(String algorithm) {
        assertWrong(settings("192.0.2.53", "postlotse", algorithm, SECRET), "tsig-algorithm");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ,
            ''
            kein*base64
            a3Vyeg==
            bm9jaCB6dSBrdXJ6
            """)
    void refusesSecretsThatAreNone(@Nullable String secret) {
        assertWrong(settings("192.0.2.53", "postlotse", "hmac-sha256", secret), "tsig-secret");
    }

    @Test
    void neverShowsASecretThatItRefuses() {
        assertThatExceptionOfType(WrongSettingException.class)
                .isThrownBy(() ->
                        DnsUpdateKind.create("echt", settings("192.0.2.53", "k", "hmac-sha256", "kein*base64"), CLOCK))
                .withMessageNotContaining("kein")
                .withMessageNotContaining("*");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            ,
            ''
            a..b
            """)
    void refusesNamesOfKeysThatAreNone(@Nullable String name) {
        assertWrong(settings("192.0.2.53", name, "hmac-sha256", SECRET), "tsig-name");
    }

    @Test
    void needsAnAddress() {
        assertWrong(settings(null, "postlotse", "hmac-sha256", SECRET), "dns-address");
    }

    @Test
    void needsWritersAndTime() {
        assertWrong(
                new DnsUpdateSettings("dnsupdate", "192.0.2.53", "k", "hmac-sha256", SECRET, 0, TIMEOUT),
                "concurrent-writers");
        assertWrong(
                new DnsUpdateSettings("dnsupdate", "192.0.2.53", "k", "hmac-sha256", SECRET, 8, Duration.ZERO),
                "timeout");
    }

    @Test
    void neverShowsTheSecret() {
        DnsUpdateSettings settings = settings("192.0.2.53", "postlotse", "hmac-sha256", SECRET);

        assertThat(settings).asString().doesNotContain(SECRET).contains("postlotse");
        assertThat(DnsUpdateKind.create("echt", settings, CLOCK)).asString().doesNotContain(SECRET);
    }
}
