package de.postlotse.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Passwords that were right a moment ago, for programs that send theirs with every call: by an HMAC whose key this node
 * keeps for itself. What is kept covers the hash in the store, so it ends when the password becomes another one; role
 * and customer are never kept. The first wrong password ends it, too, so that nobody can guess here.
 */
@Component
class RememberedLogins {

    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final int MOST = 10_000;
    private static final String ALGORITHM = "HmacSHA256";

    private final Clock clock;
    private final SecretKeySpec key;
    private final ConcurrentMap<String, Kept> kept = new ConcurrentHashMap<>();

    RememberedLogins(Clock clock) {
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, ALGORITHM);
    }

    /** Whether it is worth to read the account. */
    boolean mayKnow(String username, String address) {
        return kept.containsKey(subject(username, address));
    }

    boolean knows(String username, String address, String password, String storedHash) {
        String subject = subject(username, address);
        Kept known = kept.get(subject);
        if (known == null) {
            return false;
        }
        boolean right = clock.instant().isBefore(known.until())
                && MessageDigest.isEqual(
                        known.digest().getBytes(StandardCharsets.US_ASCII),
                        digest(password, storedHash).getBytes(StandardCharsets.US_ASCII));
        if (!right) {
            kept.remove(subject, known);
        }
        return right;
    }

    void keep(String username, String address, String password, String storedHash) {
        Instant now = clock.instant();
        if (kept.size() >= MOST) {
            kept.values().removeIf(entry -> !now.isBefore(entry.until()));
        }
        if (kept.size() < MOST) {
            kept.put(subject(username, address), new Kept(digest(password, storedHash), now.plus(KEPT)));
        }
    }

    /** Tells texts from each other without keeping them. */
    String digest(String... texts) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            for (String text : texts) {
                byte[] octets = text.getBytes(StandardCharsets.UTF_8);
                mac.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
                mac.update(octets);
            }
            return Base64.getEncoder().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    private static String subject(String username, String address) {
        return username + " from " + address;
    }

    private record Kept(String digest, Instant until) {}
}
