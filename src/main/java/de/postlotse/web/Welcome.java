package de.postlotse.web;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever tries Postlotse where to click, as the last lines of the start. */
@Component
@ConditionalOnEmbeddedStore
record Welcome(Environment environment) {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void sayWhereToClick() {
        log.info("""
                Postlotse is ready, with demo accounts.

                    Open      http://localhost:{}
                    Customer  kunde1 / postlotse   (or kunde2)
                    Support   support / postlotse  (or admin)
                {}""", environment.getProperty("local.server.port", "8080"), whereToAsk());
    }

    /** Nothing where no name server of ours answers, or one on a port that the system chose, or with zones of its own. */
    private String whereToAsk() {
        String port = environment.getProperty("postlotse.embedded-name-server.port", "5300");
        boolean answers = environment.getProperty("postlotse.embedded-name-server.enabled", Boolean.class, false);
        boolean demoZones = !environment.containsProperty("postlotse.embedded-name-server.zone-directory");
        return answers && demoZones && !port.equals("0")
                ? "    DNS       dig @%s -p %s blumen-koenig.example MX +short%n"
                        .formatted(environment.getProperty("postlotse.embedded-name-server.address", "127.0.0.1"), port)
                : "";
    }
}
