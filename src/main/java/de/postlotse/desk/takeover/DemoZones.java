package de.postlotse.desk.takeover;

import de.postlotse.account.Caller;
import de.postlotse.account.ConditionalOnEmbeddedStore;
import de.postlotse.account.Role;
import de.postlotse.dns.DomainName;
import de.postlotse.publishing.server.NameServers;
import de.postlotse.zone.HandBack;
import java.util.Map;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** The zones of the demo customers, as far as the embedded name server serves them and nobody handed them back. */
@Component
@ConditionalOnEmbeddedStore
record DemoZones(TakeOver takeOver, NameServers nameServers, HandBack handBack) implements ApplicationRunner {

    private static final Map<String, String> CUSTOMERS = Map.of(
            "blumen-koenig.example", "10001",
            "sportverein-musterstadt.example", "10001",
            "xn--bckerei-mller-bfb28a.example", "10001",
            "altlast-gmbh.example", "10002",
            "stiller-verein.example", "10002",
            "tischlerei-holm.example", "10002");

    @Override
    public void run(ApplicationArguments arguments) {
        Caller demo = new Caller("admin", Role.ADMIN, null, "127.0.0.1");
        CUSTOMERS.forEach((name, customer) -> {
            DomainName zone = DomainName.of(name);
            boolean served = nameServers
                    .enclosing(zone)
                    .filter(serving -> serving.zone().equals(zone))
                    .isPresent();
            if (served && !handBack.wasHandedBack(zone)) {
                takeOver.takeOver(demo, zone, customer, null);
            }
        });
    }
}
