package de.postlotse.policy;

import de.postlotse.dns.Ttl;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may decide about the rules.
 *
 * @param internalNetwork whether servers with private and otherwise unreachable addresses are accepted, for an
 *     installation that serves an internal network
 * @param defaultTtl the TTL proposed for a new set, in seconds
 */
@ConfigurationProperties("postlotse.policy")
@Validated
public record PolicyProperties(
        @DefaultValue("false") boolean internalNetwork,
        @DefaultValue("3600") @Min(60) @Max(604_800) int defaultTtl) {

    public Ttl proposedTtl() {
        return new Ttl(defaultTtl);
    }
}
