package de.postlotse.publishing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Remembers for a while which name servers did not answer, so that one that is down does not hold the publishing of
 * each of its zones for the length of a time-out.
 */
@Component
class SilentServers {

    private final Cache<InetSocketAddress, Boolean> silent = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(20))
            .build();

    boolean contains(InetSocketAddress server) {
        return silent.getIfPresent(server) != null;
    }

    void add(InetSocketAddress server) {
        silent.put(server, true);
    }

    void remove(InetSocketAddress server) {
        silent.invalidate(server);
    }
}
