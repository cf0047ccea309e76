package de.postlotse.lookup.resolver;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.dns.DomainName;
import de.postlotse.lookup.DnsProperties;
import de.postlotse.lookup.HostLookup;
import de.postlotse.lookup.OwnNameServers;
import de.postlotse.lookup.OwnerLookup;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

class LookupConfigurationTests {

    private final ApplicationContextRunner context =
            new ApplicationContextRunner().withUserConfiguration(Properties.class, LookupConfiguration.class);

    @Test
    void asksTheConfiguredResolvers() {
        try (ScriptedDns dns = ScriptedDns.resolver().with("mx.hoster.net A 192.175.48.1")) {
            context.withPropertyValues("postlotse.dns.resolvers=" + dns.property())
                    .run(started -> assertThat(Lookups.ask(started.getBean(HostLookup.class), "mx.hoster.net"))
                            .isEqualTo(Lookups.addresses(true, "192.175.48.1")));
        }
    }

    @Test
    void asksOurNameServersWhereThereAreAny() {
        try (ScriptedDns own = ScriptedDns.authority("kunde.de").with("mx.kunde.de A 192.175.48.1")) {
            context.withBean(OwnNameServers.class, () -> Lookups.own(Map.of("kunde.de", own)))
                    .withPropertyValues("postlotse.dns.resolvers=127.0.0.1:1")
                    .run(started -> {
                        assertThat(Lookups.ask(started.getBean(HostLookup.class), "mx.kunde.de"))
                                .isEqualTo(Lookups.addresses(true, "192.175.48.1"));
                        assertThat(started.getBean(OwnerLookup.class)
                                        .ask(DomainName.of("kunde.de"), DomainName.of("neu.kunde.de"))
                                        .join())
                                .isEqualTo(new OwnerLookup.Answer.Usable(null));
                    });
        }
    }

    @Test
    void withoutNameServersOfOursNoZoneIsServed() {
        context.run(started -> assertThat(started.getBean(OwnerLookup.class)
                        .ask(DomainName.of("kunde.de"), DomainName.of("neu.kunde.de"))
                        .join())
                .isEqualTo(new OwnerLookup.Answer.NotServed()));
    }

    @Test
    void doesNotStartWithResolverThatIsNoneAndSaysWhichPropertyIsWrong() {
        context.withPropertyValues("postlotse.dns.resolvers=127.0.0.1,dns.hoster.net")
                .run(failed -> assertThat(failed)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("postlotse.dns.resolvers")
                        .hasMessageContaining("dns.hoster.net"));
    }

    @Test
    void doesNotStartWithoutTimeToAsk() {
        context.withPropertyValues("postlotse.dns.budget=0s")
                .run(failed -> assertThat(failed).hasFailed());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableConfigurationProperties(DnsProperties.class)
    static class Properties {}
}
