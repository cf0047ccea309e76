package de.postlotse.account;

import de.postlotse.store.StoredTime;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.stereotype.Component;

/**
 * Marks what a browser carries for us, by HMAC-SHA-256 (RFC 2104), so that nobody else can make it up, and closes what
 * the browser need not read. All nodes have the same key, which is in the store.
 */
@Component
public class Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_OCTETS = 32;
    private static final String PURPOSE = "browser";

    private final JdbcClient store;
    private final Clock clock;
    private volatile @Nullable SecretKeySpec key;

    Seal(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** @param use what the mark is for: the mark of one use is none of another */
    public String mark(String use, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            mac.update((use + '\n' + text).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    public boolean isMark(String mark, String use, String text) {
        return MessageDigest.isEqual( // in constant time
                mark.getBytes(StandardCharsets.UTF_8), mark(use, text).getBytes(StandardCharsets.UTF_8));
    }

    /** The text as nobody but us can read it (AES-256 in Galois/Counter Mode); what is closed for one use opens for no other. */
    public String close(String use, String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(closing(use).encrypt(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was closed; empty where it was not, or not for this use. */
    public Optional<String> open(String use, String closed) {
        try {
            byte[] text = closing(use).decrypt(Base64.getUrlDecoder().decode(closed));
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException notOurs) {
            return Optional.empty();
        }
    }

    private BytesEncryptor closing(String use) {
        byte[] ofUse = Base64.getUrlDecoder().decode(mark("closing", use));
        return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(ofUse, "AES"))
                .build();
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known == null) {
            known = new SecretKeySpec(Base64.getDecoder().decode(stored()), ALGORITHM);
            key = known;
        }
        return known;
    }

    private String stored() {
        return read().orElseGet(() -> {
            byte[] random = new byte[KEY_OCTETS];
            new SecureRandom().nextBytes(random);
            try {
                store.sql("insert into signing_key (purpose, secret, created_at) values (?, ?, ?)")
                        .params(PURPOSE, Base64.getEncoder().encodeToString(random), StoredTime.of(clock.instant()))
                        .update();
            } catch (DuplicateKeyException anotherNodeWasFaster) {
                // its key is read now
            }
            return read().orElseThrow();
        });
    }

    private Optional<String> read() {
        return store.sql("select secret from signing_key where purpose = ?")
                .param(PURPOSE)
                .query(String.class)
                .optional();
    }
}
