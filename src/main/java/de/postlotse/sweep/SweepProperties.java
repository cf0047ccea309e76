package de.postlotse.sweep;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How DNS is asked about all mail servers.
 *
 * @param every how often each host is asked
 * @param spreadOver over which time a round is spread
 * @param confirmAfter how far two sightings of another condition are apart at least that both count
 * @param mostPerSecond how many hosts a node asks in a second at most, so that catching up disturbs nobody; 0 for as many
 *     as it can
 * @param lookEvery how long a new host may wait until it is known
 * @param lease how long a node has its part of a round for itself; that of a node that was killed waits for its end
 */
@ConfigurationProperties("postlotse.sweep")
@Validated
record SweepProperties(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("24h")
        Duration every,

        @NotNull @DefaultValue("20h") Duration spreadOver,

        @NotNull @DefaultValue("1h") Duration confirmAfter,

        @Min(0) @DefaultValue("500") int mostPerSecond,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("20s")
        Duration lookEvery,

        @NotNull @DurationMin(seconds = 10) @DefaultValue("5m")
        Duration lease) {}
