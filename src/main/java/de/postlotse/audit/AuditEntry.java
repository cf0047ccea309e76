package de.postlotse.audit;

import de.postlotse.account.AuditNews.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A line of the audit trail.
 *
 * @param id its place in the chain, without a gap
 * @param origin the network address; null once it was forgotten, or where it was not known
 * @param originDigest over salt and address, so that the chain stays whole when both are forgotten
 * @param hash over all of it but address and salt, and over the hash of the line before
 */
public record AuditEntry(
        long id,
        Instant happenedAt,
        Kind kind,
        String username,
        String subject,
        String detail,
        String request,
        @Nullable String origin,
        @Nullable String originSalt,
        String originDigest,
        String hash) {

    String hashAfter(String before) {
        return digest(
                before,
                Long.toString(id),
                happenedAt.toString(),
                kind.name(),
                username,
                subject,
                detail,
                request,
                originDigest);
    }

    boolean fits(String before) {
        boolean sameOrigin = origin == null || originSalt == null || originDigest.equals(digest(originSalt, origin));
        return sameOrigin && hash.equals(hashAfter(before));
    }

    AuditEntry after(String before) {
        return new AuditEntry(
                id,
                happenedAt,
                kind,
                username,
                subject,
                detail,
                request,
                origin,
                originSalt,
                originDigest,
                hashAfter(before));
    }

    /** SHA-256 over texts, none of which can pass for a part of another. */
    static String digest(String... texts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String text : texts) {
                byte[] octets = text.getBytes(StandardCharsets.UTF_8);
                sha.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(octets);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
