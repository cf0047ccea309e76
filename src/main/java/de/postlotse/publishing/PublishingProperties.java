package de.postlotse.publishing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How zones are published and watched.
 *
 * @param compareEvery how often each zone's name server is compared with the store
 * @param overdueAfter how long a change may wait for its name servers until that is a finding for staff
 * @param lease how long a node has its orders for itself; those of a node that was killed wait for its end
 * @param addresses where to ask name servers that zones name, by host name; those left out are asked at port 53 of their
 *     public addresses
 */
@ConfigurationProperties("postlotse.publishing")
@Validated
record PublishingProperties(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("24h")
        Duration compareEvery,

        @NotNull @DefaultValue("15m") Duration overdueAfter,

        @NotNull @DurationMin(seconds = 3) @DefaultValue("30s")
        Duration lease,

        @DefaultValue Map<String, String> addresses) {}
