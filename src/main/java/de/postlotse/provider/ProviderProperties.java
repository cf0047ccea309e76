package de.postlotse.provider;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where an operator keeps providers of its own.
 *
 * @param folder one {@code .yaml} file a provider; one with the name of a provider of ours takes its place
 */
@ConfigurationProperties("postlotse.providers")
record ProviderProperties(@Nullable Path folder) {}
