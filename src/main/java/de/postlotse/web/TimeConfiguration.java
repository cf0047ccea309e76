package de.postlotse.web;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock, and the time zone in which people read and type times. */
@Configuration
class TimeConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    ZoneId timeZone(Properties properties) {
        return properties.timeZone();
    }

    /** @param timeZone time zone of the times on pages and in mails */
    @ConfigurationProperties("postlotse")
    record Properties(@DefaultValue("Europe/Berlin") ZoneId timeZone) {}
}
