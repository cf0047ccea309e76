package de.postlotse.testing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens as the store keeps them, for programs of tests. */
public final class TestTokens {

    private static final int LENGTH = 43;

    private TestTokens() {}

    /** Gives an account the token, once. */
    public static String create(JdbcClient store, String username) {
        String token = "plt_" + (username + "t".repeat(LENGTH)).substring(0, LENGTH);
        store.sql("""
                        insert into api_token (username, name, token_hash, created_at)
                        select ?, 'test', ?, current_timestamp
                        where not exists (select 1 from api_token where token_hash = ?)""").params(username, hash(token), hash(token)).update();
        return token;
    }

    private static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
