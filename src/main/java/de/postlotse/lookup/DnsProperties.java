package de.postlotse.lookup;

import jakarta.validation.constraints.Min;
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
 * @param resolvers recursive resolvers, address[:port] or [IPv6 address]:port, asked in this order; without any, the
 *     system's
 * @param budget longest time that one check may wait for DNS
 * @param confirmAtAuthority whether a "does not exist" of a resolver is confirmed at an authoritative server; turn it
 *     off where only the resolvers may speak DNS with the outside
 * @param checksPerMinute how many requests that ask DNS each account may make in a minute on each node
 */
@ConfigurationProperties("postlotse.dns")
@Validated
public record DnsProperties(
        @DefaultValue List<String> resolvers,

        @NotNull @DurationMin(millis = 100) @DefaultValue("3s")
        Duration budget,

        @DefaultValue("true") boolean confirmAtAuthority,

        @Min(1) @DefaultValue("300") int checksPerMinute) {}
