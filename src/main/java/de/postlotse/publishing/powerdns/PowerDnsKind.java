package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.server.NameServerKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes PowerDNS a kind of name server that can be configured. */
@Configuration
class PowerDnsKind {

    @Bean
    NameServerKind<PowerDnsSettings> powerDns() {
        return new NameServerKind<>("powerdns", PowerDnsSettings.class, PowerDnsServer::new);
    }
}
