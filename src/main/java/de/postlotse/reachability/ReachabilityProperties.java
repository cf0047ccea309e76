package de.postlotse.reachability;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How servers are tested.
 *
 * @param enabled whether servers can be tested for an answer on port 25; if not, there is neither page nor API
 * @param perMinute how many such tests each customer, and each member of staff, may make in a minute on each node
 */
@ConfigurationProperties("postlotse.reachability")
@Validated
public record ReachabilityProperties(
        @DefaultValue("true") boolean enabled,
        @Min(1) @DefaultValue("6") int perMinute) {

    /** For what there is only where servers can be tested. */
    public static final String ENABLED = "postlotse.reachability.enabled";
}
