package de.postlotse.account;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.OnBothStores;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions in the store, whichever it is. */
@OnBothStores
record SessionTests(RunningPostlotse postlotse, JdbcClient store, JdbcIndexedSessionRepository sessions) {

    @Test
    void aLogInIsKeptInTheStoreUntilTheLogOut() {
        int before = sessionsOf("kunde2");
        Visitor visitor = postlotse.visitor("kunde2");

        assertThat(sessionsOf("kunde2")).isEqualTo(before + 1);
        visitor.get("/domains").expect(200);

        visitor.post("/logout", Map.of());
        assertThat(sessionsOf("kunde2")).isEqualTo(before);
    }

    @Test
    void neitherTheApiNorTheLogInPageNorHelpMakesASession() {
        int before = all();

        postlotse.api("kunde1").get("/api/v1/zones");
        postlotse.visitor().get("/login");
        postlotse.visitor().get("/help");

        assertThat(all()).isLessThanOrEqualTo(before);
    }

    @Test
    void whoseSessionCannotBeReadLogsInAgain() {
        Visitor visitor = postlotse.visitor("support");
        store.sql("""
                        update spring_session_attributes set attribute_bytes = ?
                        where session_primary_id in
                            (select primary_id from spring_session where principal_name = 'support')""").param(new byte[] {1, 2, 3}).update();

        Answer answer = visitor.get("/domains").expect(302);

        assertThat(answer.header("Location")).endsWith("/login");
        visitor.logIn("support", RunningPostlotse.PASSWORD)
                .get("/support/zones")
                .expect(200);
    }

    @Test
    void expiredSessionsAreRemoved() {
        postlotse.visitor("admin");
        store.sql("update spring_session set expiry_time = 1 where principal_name = 'admin'")
                .update();

        sessions.cleanUpExpiredSessions();

        assertThat(sessionsOf("admin")).isZero();
    }

    private int sessionsOf(String username) {
        return store.sql("select count(*) from spring_session where principal_name = ?")
                .param(username)
                .query(Integer.class)
                .single();
    }

    private int all() {
        return store.sql("select count(*) from spring_session")
                .query(Integer.class)
                .single();
    }
}
