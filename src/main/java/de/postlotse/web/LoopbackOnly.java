package de.postlotse.web;

import de.postlotse.account.ConditionalOnEmbeddedStore;
import java.net.InetAddress;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.stereotype.Component;

/** The embedded default has accounts with a known password, so it must not be reached from other machines. */
@Component
@ConditionalOnEmbeddedStore
record LoopbackOnly(ServerProperties server) implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        InetAddress address = server.getAddress();
        if (address == null || !address.isLoopbackAddress()) {
            throw new IllegalStateException("server.address must be a loopback address while the embedded database with"
                    + " its demo accounts is used; configure spring.datasource.url to serve others");
        }
    }
}
