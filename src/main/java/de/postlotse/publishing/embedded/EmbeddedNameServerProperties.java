package de.postlotse.publishing.embedded;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetAddress;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the embedded name server listens and what it starts with.
 *
 * @param address the address that it listens on
 * @param port the port for UDP and TCP; 0 takes any that is free
 * @param zoneDirectory folder of master files {@code NAME.zone} that is read at the first start only; the demo zones
 *     where there is none
 */
@ConfigurationProperties(EmbeddedNameServerProperties.PREFIX)
@Validated
record EmbeddedNameServerProperties(
        @NotNull @DefaultValue("127.0.0.1") InetAddress address,
        @Min(0) @Max(65_535) @DefaultValue("5300") int port,
        @Nullable Path zoneDirectory) {

    static final String PREFIX = "postlotse.embedded-name-server";
}
