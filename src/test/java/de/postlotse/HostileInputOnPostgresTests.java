package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.Visitor;
import de.postlotse.testing.WholeApplicationOnPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL cannot hold what H2 can: no text with a NUL. */
@WholeApplicationOnPostgres
record HostileInputOnPostgresTests(RunningPostlotse postlotse) {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/support/review?customer=a%00b",
                "/support/review?subject=a%00b",
                "/support/review?kind=TARGET_GONE&subject=a%00b",
                "/support/review?nameServer=a%00b",
                "/support/review?tld=a%00b",
                "/support/zones?q=a%00b",
                "/support/zones?q=abc&after=a%00b",
                "/support/hosts?q=a%00b",
                "/support/hosts?q=mx.a.example&after=a%00b",
                "/support/changes?user=a%00b",
                "/support/changes?customer=a%00b",
                "/support/changes?domain=a%00b",
                "/support/publishing?server=a%00b",
                "/support/replace?old=a%00b&new=c%00d",
                "/support/audit?user=a%00b",
                "/support/audit?subject=a%00b",
                "/support/audit?kind=a%00b",
                "/api/v1/audit?user=a%00b",
                "/support/accounts?q=a%00b",
                "/support/accounts?after=a%00b",
                "/domains?q=a%00b",
                "/api/v1/findings?customer=a%00b",
                "/api/v1/findings?subject=a%00b",
                "/api/v1/findings?nameServer=a%00b",
                "/api/v1/findings?tld=a%00b",
                "/api/v1/hosts/a%00b/zones",
                "/api/v1/hosts/mx.a.example/zones?after=a%00b",
                "/api/v1/changes?customer=a%00b",
                "/api/v1/changes?user=a%00b",
                "/api/v1/zones?q=a%00b",
                "/domains?after=a%00b",
                "/api/v1/zones?after=a%00b",
                "/domains/notices?kind=a%00b",
                "/mail-path?domain=a%00b",
                "/mail-path?address=a%00b@c%00d",
                "/api/v1/mail-path?domain=a%00b"
            })
    void noQuestionFails(String path) {
        for (String user : List.of("admin", "kunde1")) { // customers are searched for in other ways
            Answer answer = path.startsWith("/api/")
                    ? postlotse.api(user).get(path)
                    : postlotse.visitor(user).get(path);
            assertThat(answer.status()).as(user).isIn(200, 400, 404, 422);
        }
    }

    @Test
    void noQuestionAboutTheHistoryOfAZoneFails() {
        String zone = postlotse.newZone();
        for (String filter : List.of("owner", "person", "kind", "from", "to")) {
            assertThat(postlotse
                            .visitor("kunde1")
                            .get("/domains/" + zone + "/history?" + filter + "=a%00b")
                            .status())
                    .as(filter)
                    .isIn(200, 400, 404, 422);
            assertThat(postlotse
                            .api("kunde1")
                            .get("/api/v1/zones/" + zone + "/history?" + filter + "=a%00b")
                            .status())
                    .as(filter)
                    .isIn(200, 400, 404, 422);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/support/review/{zone}",
                "/support/review/{zone}?customer=a%00b&subject=a%00b",
                "/support/review/{zone}/waiver",
                "/support/zones/{zone}/review",
                "/support/zones/{zone}/drift",
                "/support/zones/{zone}/report",
                "/support/replace",
                "/support/publishing",
                "/support/take-over"
            })
    void noFormFails(String path) {
        String zone = postlotse.newZone();
        String form = "remark=%1$s&reason=%1$s&text=%1$s&old=%1$s&new=%1$s&server=%1$s&version=%1$s&kind=SINGLE_SERVER"
                .formatted("a%00b");
        Answer answer = postlotse.visitor("admin").post(path.replace("{zone}", zone), form);
        assertThat(answer.status()).isIn(200, 302, 400, 409, 422);
    }

    @Test
    void aLogInNameWithNulIsAnAttemptLikeAnyOther() {
        Visitor visitor = postlotse.visitor();
        visitor.get("/login");

        assertThat(visitor.post("/login", "username=nie%00mand&password=falsch")
                        .expect(200)
                        .body())
                .contains("Benutzername oder Passwort stimmt nicht.");
        postlotse.anonymous().as("nie\0mand", "falsch").get("/api/v1/zones").expect(401);
    }
}
