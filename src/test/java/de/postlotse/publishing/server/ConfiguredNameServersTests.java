package de.postlotse.publishing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.postlotse.publishing.PublishingProperties;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;

/** What an operator may write under postlotse.name-servers, and what is said about a mistake. */
class ConfiguredNameServersTests {

    private static final String SECRET = "streng-geheim";

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withUserConfiguration(Kinds.class)
            .withBean(Clock.class, Clock::systemUTC)
            .withBean(ConfiguredNameServers.class);

    private final Map<String, Object> properties = new HashMap<>(Map.of(
            "postlotse.name-servers.dns1.type", "powerdns",
            "postlotse.name-servers.dns1.dns-address", "192.0.2.53:5353",
            "postlotse.name-servers.dns1.url", "http://192.0.2.53:8081/",
            "postlotse.name-servers.dns1.api-key", SECRET));

    @Test
    void makesAServerThatIsConfigured() {
        properties.put("postlotse.name-servers.dns1.concurrent-writers", "6");

        run(servers -> {
            assertThat(servers.create()).singleElement().satisfies(server -> {
                assertThat(server.id()).isEqualTo("dns1");
                assertThat(server.dnsAddress())
                        .isEqualTo(DnsAddress.of("192.0.2.53:5353").socket());
                assertThat(server.concurrentWriters()).isEqualTo(6);
            });
        });
    }

    @Test
    void makesNoneWhereNoneIsConfigured() {
        properties.clear();

        run(servers -> assertThat(servers.create()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "missing",
            value = {
                "dns1.type, bind, dns1.type",
                "dns1.type, missing, dns1.type",
                "dns1.dns-address, missing, dns1.dns-address",
                "dns1.dns-address, ns1.hoster.net, dns1.dns-address",
                "dns1.url, missing, dns1.url",
                "dns1.url, ftp://192.0.2.53, dns1.url",
                "dns1.url, http:///, dns1.url",
                "dns1.url, http://anna:streng-geheim@192.0.2.53:8081, dns1.url",
                "dns1.url, http://192.0.2.53?key=streng-geheim, dns1.url",
                "dns1.api-key, missing, dns1.api-key",
                "dns1.api-key, '', dns1.api-key",
                "dns1.api-key, streng-geheim mit Umlaut ä, dns1.api-key",
                "dns1.server-id, ../config, dns1.server-id",
                "dns1.server-id, .., dns1.server-id",
                "dns1.concurrent-writers, 0, dns1.concurrent-writers",
                "dns1.concurrent-writers, viele, dns1.concurrent-writers",
                "dns1.connect-timeout, bald, dns1.connect-timeout",
                "dns1.connect-timeout, 0s, dns1.connect-timeout",
                "dns1.read-timeout, 2h, dns1.read-timeout",
                "dns1.apikey2, streng-geheim, dns1.apikey2",
                "DNS_2.type, powerdns, dns_2",
                "dns2, streng-geheim, dns2",
            })
    void namesThePropertyToMendAndNeverTheKey(String property, @Nullable String value, String named) {
        if (value == null) {
            properties.remove("postlotse.name-servers." + property);
        } else {
            properties.put("postlotse.name-servers." + property, value);
        }

        run(servers -> {
            WrongSettingException e = catchThrowableOfType(WrongSettingException.class, servers::create);
            assertThat(e).isNotNull();
            assertThat(e.setting()).isEqualToIgnoringCase("postlotse.name-servers." + named);
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                assertThat(cause.toString()).doesNotContain(SECRET);
            }
        });
    }

    private void run(Consumer<ConfiguredNameServers> test) {
        context.withInitializer(started -> started.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("test", properties)))
                .run(started -> test.accept(started.getBean(ConfiguredNameServers.class)));
    }

    @Configuration
    @ComponentScan(
            basePackageClasses = PublishingProperties.class,
            useDefaultFilters = false,
            includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*(DnsUpdate|PowerDns)Kind"))
    static class Kinds {}
}
