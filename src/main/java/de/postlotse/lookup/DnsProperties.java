package de.postlotse.lookup;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How DNS is asked.
 *
 * @param resolvers recursive resolvers, {@code address[:port]} or {@code [IPv6 address]:port}, asked in this order; the
 *     system's where there are none
 * @param budget longest time that one check may wait for DNS
 * @param confirmAtAuthority whether a "does not exist" of a resolver is confirmed at an authoritative server of the
 *     target's zone; off where only the resolvers may speak DNS with the outside
 */
@ConfigurationProperties("postlotse.dns")
@Validated
public record DnsProperties(
        @DefaultValue List<String> resolvers,

        @NotNull @DurationMin(millis = 100) @DefaultValue("3s")
        Duration budget,

        @DefaultValue("true") boolean confirmAtAuthority) {}
