package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.NameServer;
import de.postlotse.publishing.NameServerKind;
import org.springframework.stereotype.Component;

/** Makes PowerDNS a kind of name server that can be configured. */
@Component
final class PowerDnsKind implements NameServerKind<PowerDnsSettings> {

    @Override
    public String type() {
        return "powerdns";
    }

    @Override
    public Class<PowerDnsSettings> settings() {
        return PowerDnsSettings.class;
    }

    @Override
    public NameServer create(String id, PowerDnsSettings settings) {
        return new PowerDnsServer(id, settings);
    }
}
