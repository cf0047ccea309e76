package de.postlotse.desk.finding;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The list of zones to look at.
 *
 * @param incidentFrom on so many zones the same finding is one incident
 * @param refreshEvery how long the list of findings may be behind the zones, besides the time that it takes
 */
@ConfigurationProperties("postlotse.review")
@Validated
record ReviewProperties(
        @DefaultValue("10") @Min(2) int incidentFrom,
        @DurationMin(millis = 100) @DefaultValue("2s") Duration refreshEvery) {}
