package de.postlotse.planned;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param lookEvery how often to look for planned steps whose time has come */
@Validated
@ConfigurationProperties("postlotse.planned")
record PlannedProperties(
        @DurationMin(millis = 100) @DefaultValue("5s") Duration lookEvery) {}
