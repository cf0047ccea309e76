package de.postlotse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialUseNamesTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "mx.localhost",
                "drucker.local",
                "mx.invalid",
                "mx.test",
                "duckduckgogg42xjoc72x3sjasowoarfbgcmvfimaftt6twagswzczad.onion",
                "mx.internal",
                "mx.home.arpa",
                "mx.alt",
                "mx.example",
                "example.com",
                "mx.example.com",
                "mx.example.net",
                "a.b.example.org",
                "1.2.0.192.in-addr.arpa",
                "1.0.0.0.ip6.arpa"
            })
    void leadNowhere(String name) {
        assertThat(SpecialUseNames.contains(DomainName.of(name))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx1.hoster.net",
                "notlocalhost.de",
                "localhost.de",
                "myexample.com",
                "example.de",
                "example.co.uk",
                "test.de",
                "mx.e164.arpa",
                "mx.arpa",
                "mx.mylocal",
                "."
            })
    void doNotTouchOthers(String name) {
        assertThat(SpecialUseNames.contains(DomainName.of(name))).isFalse();
    }
}
