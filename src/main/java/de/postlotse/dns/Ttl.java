package de.postlotse.dns;

import java.time.Duration;

/**
 * How long others may keep a record set in their caches, in seconds (RFC 2181 §8).
 *
 * @throws IllegalArgumentException outside 0 to 2147483647
 */
public record Ttl(int seconds) {

    public Ttl {
        if (seconds < 0) {
            throw new IllegalArgumentException("not a TTL: " + seconds);
        }
    }

    /** What came over the network: a time with the first of its 32 bits set counts as 0 (RFC 2181 §8). */
    public static Ttl received(long seconds) {
        return new Ttl(seconds > Integer.MAX_VALUE ? 0 : Math.toIntExact(seconds));
    }

    public Duration duration() {
        return Duration.ofSeconds(seconds);
    }

    @Override
    public String toString() {
        return Integer.toString(seconds);
    }
}
