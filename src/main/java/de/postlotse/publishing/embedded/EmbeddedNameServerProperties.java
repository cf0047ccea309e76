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
 * @param enabled whether the embedded name server runs, on one node at most; true in the embedded default
 * @param address the address that the embedded name server listens on, over UDP and TCP
 * @param port the port that the embedded name server listens on; 0 for any that is free
 * @param zoneDirectory folder of master files NAME.zone that the embedded name server loads at its first start;
 *     without one, the demo zones
 */
@ConfigurationProperties(EmbeddedNameServerProperties.PREFIX)
@Validated
record EmbeddedNameServerProperties(
        @DefaultValue("false") boolean enabled,
        @NotNull @DefaultValue("127.0.0.1") InetAddress address,
        @Min(0) @Max(65_535) @DefaultValue("5300") int port,
        @Nullable Path zoneDirectory) {

    static final String PREFIX = "postlotse.embedded-name-server";
}
