package de.postlotse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens as the store keeps them, for programs of tests. */
final class TestTokens {

    private static final String TOKEN = "plt_" + "t".repeat(43);

    private TestTokens() {}

    /** Gives an account the token, once. */
    static String create(JdbcClient store, String username) {
        store.sql("""
                        insert into api_token (username, name, token_hash, created_at) values (?, 'test', ?, now())
                        on conflict (token_hash) do nothing""").params(username, hash()).update();
        return TOKEN;
    }

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(TOKEN.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
