package de.postlotse.planned;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param lookEvery how long what is planned may be late at most, besides the time that it takes */
@ConfigurationProperties("postlotse.planned")
record PlannedProperties(@DefaultValue("5s") Duration lookEvery) {}
