package de.postlotse.report;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key by which links are signed: made by the first node that needs one, the same for all of them. */
@Component
class SigningKeys {

    private static final String PURPOSE = "report";

    private final JdbcClient store;
    private final Clock clock;
    private volatile @Nullable SecretKeySpec known;

    SigningKeys(JdbcClient store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Not within a transaction: PostgreSQL ends one in which another node was found to be first. */
    SecretKeySpec key() {
        SecretKeySpec key = known;
        if (key == null) {
            key = find().orElseGet(this::make);
            known = key;
        }
        return key;
    }

    private Optional<SecretKeySpec> find() {
        return store.sql("select secret from signing_key where purpose = ?")
                .param(PURPOSE)
                .query(String.class)
                .optional()
                .map(secret -> LinkToken.key(Base64.getDecoder().decode(secret)));
    }

    private SecretKeySpec make() {
        byte[] octets = new byte[LinkToken.keyLength()];
        new SecureRandom().nextBytes(octets);
        try {
            store.sql("insert into signing_key (purpose, secret, created_at) values (?, ?, ?)")
                    .params(
                            PURPOSE,
                            Base64.getEncoder().encodeToString(octets),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            // theirs counts
        }
        return find().orElseThrow();
    }
}
