package de.postlotse.web;

import org.apache.coyote.http11.Http11NioProtocol;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** HTTP over connections that are watched; Tomcat makes it by its name. */
public final class GuardedProtocol extends Http11NioProtocol {

    public GuardedProtocol() {
        super(new GuardedEndpoint());
    }

    /** Has Tomcat use it. */
    @Configuration
    static class Use {

        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> guardedConnections() {
            return server -> server.setProtocol(GuardedProtocol.class.getName());
        }
    }
}
