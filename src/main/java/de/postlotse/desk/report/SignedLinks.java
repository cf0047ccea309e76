package de.postlotse.desk.report;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The links of former versions: number, zone and end of the link, followed by an HMAC-SHA-256 of these. None is made any
 * more, and each is good for 30 days at most, so this and the table {@code signing_key} can go with the next version.
 */
@Component
record SignedLinks(JdbcClient store, ReportLinkStore links) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CONTENT = 1 + 3 * Long.BYTES;

    /** 57 octets, a multiple of three: each token has one spelling only (RFC 4648 §3.5). */
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{76}");

    Optional<ReportLinks.ReportLink> find(String token) {
        if (!TEXT.matcher(token).matches()) {
            return Optional.empty();
        }
        ByteBuffer said = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
        return store.sql("select secret from signing_key where purpose = 'report'")
                .query(String.class)
                .optional()
                .filter(key -> isSigned(said.array(), key))
                .flatMap(key -> links.find(said.getLong(1)))
                .filter(link -> link.zoneId() == said.getLong(1 + Long.BYTES)
                        && link.until().getEpochSecond() == said.getLong(1 + 2 * Long.BYTES));
    }

    private static boolean isSigned(byte[] token, String key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(key), ALGORITHM));
            mac.update(token, 0, CONTENT);
            byte[] signature = Arrays.copyOfRange(token, CONTENT, token.length);
            return MessageDigest.isEqual(mac.doFinal(), signature); // in constant time
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }
}
