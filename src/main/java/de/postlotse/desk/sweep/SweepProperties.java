package de.postlotse.desk.sweep;

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
 * @param every how often each MX host is asked
 * @param spreadOver the time over which a round is spread
 * @param confirmAfter how far apart at least two observations of a new condition have to be
 * @param mostPerSecond how many hosts a node asks in a second at most; 0 for as many as it can
 * @param lookEvery how long a new host may wait until it is known
 * @param lease how long a node keeps its part of a round; that of a node that died waits so long
 */
@ConfigurationProperties("postlotse.sweep")
@Validated
record SweepProperties(
        @NotNull @DurationMin(seconds = 1) @DefaultValue("24h")
        Duration every,

        @NotNull @DurationMin @DefaultValue("20h") Duration spreadOver,

        @NotNull @DurationMin @DefaultValue("1h") Duration confirmAfter,

        @Min(0) @DefaultValue("500") int mostPerSecond,

        @NotNull @DurationMin(seconds = 1) @DefaultValue("20s")
        Duration lookEvery,

        @NotNull @DurationMin(seconds = 10) @DefaultValue("5m")
        Duration lease) {}
