package de.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplicationOnPostgres;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Somebody holds a lock in the store, for as long as they like. */
@WholeApplicationOnPostgres
record LockedStoreTests(RunningPostlotse postlotse, JdbcClient store, TransactionOperations transaction) {

    @Test
    void anEditIsAnsweredWithoutTheLockAndKeepsWhatWasTyped() {
        String zone = postlotse.newZone();
        Answer page = Objects.requireNonNull(transaction.execute(status -> {
            store.sql("select 1 from zone where name = ? for update")
                    .param(zone)
                    .query()
                    .singleRow();
            return postlotse
                    .visitor("kunde1")
                    .post(
                            "/domains/" + zone + "/mx",
                            Map.of("target", "mail2." + zone, "priority", "20", "ttl", "3600", "version", "1"));
        }));

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.body()).contains("mail2." + zone);
        assertThat(postlotse.version(zone)).isEqualTo(1);
    }

    /** The page that keeps what was typed has its style, too. */
    @ParameterizedTest
    @ValueSource(strings = {"/css/components.css", "/js/keys.js", "/fonts/atkinson-next-latin.woff2"})
    void filesAreAnsweredWithoutASession(String path) {
        Visitor visitor = postlotse.visitor("kunde1");

        Answer file = Objects.requireNonNull(transaction.execute(status -> {
            store.sql("lock table spring_session").update();
            return visitor.get(path);
        }));

        assertThat(file.status()).isEqualTo(200);
    }
}
