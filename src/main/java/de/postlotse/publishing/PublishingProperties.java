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
 * @param overdueAfter how long a change may wait for its name servers before that is a finding
 * @param lease how long a node keeps the orders to publish that it took; those of a node that died wait so long
 * @param addresses where to ask a name server that zones name, address[:port] by host name; the others are asked at
 *     port 53 of their public addresses
 */
@ConfigurationProperties("postlotse.publishing")
@Validated
public record PublishingProperties(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("24h")
        Duration compareEvery,

        @NotNull @DurationMin @DefaultValue("15m") Duration overdueAfter,

        @NotNull @DurationMin(seconds = 3) @DefaultValue("30s")
        Duration lease,

        @DefaultValue Map<String, String> addresses) {}
