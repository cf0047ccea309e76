package de.postlotse.report;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the secret part of a link says: which link, to which zone, until when; followed by its HMAC-SHA-256 (RFC 2104), so
 * that nobody makes one and what was forged is told without asking the store.
 */
record LinkToken(long link, long zoneId, Instant until) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte FORM = 1;
    private static final int CONTENT = 1 + 3 * Long.BYTES;
    private static final int SIGNATURE = 32;

    /** 57 octets, a multiple of three: each token has one spelling only (RFC 4648 §3.5). */
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{76}");

    static LinkToken of(ReportLink link) {
        return new LinkToken(
                link.id(), link.zoneId(), Instant.ofEpochSecond(link.until().getEpochSecond()));
    }

    String sign(SecretKeySpec key) {
        byte[] content = content();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(ByteBuffer.allocate(CONTENT + SIGNATURE)
                        .put(content)
                        .put(signature(key, content))
                        .array());
    }

    /** Empty where the text was not signed with the key. */
    static Optional<LinkToken> verified(String text, SecretKeySpec key) {
        if (!TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        ByteBuffer token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        byte[] content = new byte[CONTENT];
        byte[] signature = new byte[SIGNATURE];
        token.get(content).get(signature);
        boolean genuine = MessageDigest.isEqual(signature, signature(key, content)); // in constant time
        ByteBuffer said = ByteBuffer.wrap(content);
        return genuine && said.get() == FORM
                ? Optional.of(new LinkToken(said.getLong(), said.getLong(), Instant.ofEpochSecond(said.getLong())))
                : Optional.empty();
    }

    private byte[] content() {
        return ByteBuffer.allocate(CONTENT)
                .put(FORM)
                .putLong(link)
                .putLong(zoneId)
                .putLong(until.getEpochSecond())
                .array();
    }

    private static byte[] signature(SecretKeySpec key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(content);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** A key of this many octets is as strong as the signature (RFC 2104 §3). */
    static int keyLength() {
        return SIGNATURE;
    }

    static SecretKeySpec key(byte[] octets) {
        return new SecretKeySpec(octets, ALGORITHM);
    }
}
