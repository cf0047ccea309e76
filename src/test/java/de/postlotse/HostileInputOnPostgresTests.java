package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL cannot hold what H2 can: no text with a NUL. */
@WholeApplicationOnPostgres
class HostileInputOnPostgresTests {

    private final RunningPostlotse postlotse;

    HostileInputOnPostgresTests(RunningPostlotse postlotse) {
        this.postlotse = postlotse;
    }

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
                "/api/v1/zones?q=a%00b"
            })
    void noQuestionFails(String path) {
        Answer answer = path.startsWith("/api/")
                ? postlotse.api("admin").get(path)
                : postlotse.visitor("admin").get(path);
        assertThat(answer.status()).isIn(200, 400, 422);
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
        String text = "a\0b";
        Answer answer = postlotse
                .visitor("admin")
                .post(
                        path.replace("{zone}", zone),
                        Map.of(
                                "remark",
                                text,
                                "reason",
                                text,
                                "text",
                                text,
                                "old",
                                text,
                                "new",
                                text,
                                "server",
                                text,
                                "kind",
                                "SINGLE_SERVER",
                                "version",
                                text));
        assertThat(answer.status()).isIn(200, 302, 400, 409, 422);
    }
}
