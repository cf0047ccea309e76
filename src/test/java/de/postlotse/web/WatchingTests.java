package de.postlotse.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.Postlotse;
import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.WholeApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an operator's tools see of a node. */
@WholeApplication
class WatchingTests {

    private static final Pattern METER = Pattern.compile("\\b(?:postlotse|hikaricp|http_server|jvm)_[a-z_]+\\b");

    private final RunningPostlotse postlotse;
    private final HealthEndpointGroups groups;
    private final JdbcClient store;

    WatchingTests(RunningPostlotse postlotse, HealthEndpointGroups groups, JdbcClient store) {
        this.postlotse = postlotse;
        this.groups = groups;
        this.store = store;
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "alerts.yaml"})
    void everyMeterThatIsLookedAtExists(String file) throws IOException {
        postlotse.anonymous().get("/login").expect(200);
        Set<String> wanted = METER.matcher(Files.readString(Path.of("src/docs", file)))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));

        String figures =
                postlotse.api("support").get("/actuator/prometheus").expect(200).body();

        assertThat(wanted).hasSizeGreaterThan(5);
        assertThat(wanted)
                .allSatisfy(meter ->
                        assertThat(figures).as(meter).containsPattern("(?m)^" + meter + "(\\{[^\\n]*})? [-0-9.E+]+$"));
    }

    @Test
    void figuresAreForStaff() {
        postlotse.anonymous().get("/actuator/prometheus").expect(401);
        postlotse.visitor("admin").get("/actuator/prometheus").expect(401);
        postlotse.api("kunde1").get("/actuator/prometheus").expect(404);
        postlotse.api("admin").get("/actuator/prometheus").expect(200);
    }

    @Test
    void figuresNameNoZoneAndNoCustomer() {
        String zone = postlotse.newZone();
        postlotse.visitor("kunde1").get("/domains/" + zone).expect(200);

        String figures = postlotse.api("admin").get("/actuator/prometheus").body();

        assertThat(figures)
                .contains("/domains/{zone}")
                .doesNotContain(zone, "kunde1")
                .doesNotContainPattern("[\"/]10001[\"/]"); // a number may well have these digits
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/livez", "/readyz"})
    void healthNeedsNeitherLogInNorSession(String path) {
        long before = sessions();

        Answer answer = postlotse.anonymous().get(path).expect(200);

        assertThat(answer.text("/status")).isEqualTo("UP");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
        assertThat(sessions()).isEqualTo(before);
    }

    private long sessions() {
        return store.sql("select count(*) from spring_session")
                .query(Long.class)
                .single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"liveness", "readiness"})
    void theProxyIsNotToldToHideAnAnswerBecauseTheStoreIsAway(String group) {
        assertThat(groups.getPrimary().isMember("db")).isTrue();
        assertThat(groups.get(group))
                .isNotNull()
                .satisfies(parts -> assertThat(parts.isMember("db")).isFalse());
    }

    @Test
    void aPortOfTheirOwnShowsFiguresToWhoeverReachesIt(@TempDir Path folder) {
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(Postlotse.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.server.port=0",
                        "--management.server.address=127.0.0.1",
                        "--postlotse.embedded-name-server.port=0",
                        "--postlotse.data-directory=" + folder)) {
            caller(node, "local.management.port").get("/actuator/prometheus").expect(200);
            caller(node, "local.server.port").get("/readyz").expect(200);
            assertThat(caller(node, "local.server.port")
                            .get("/actuator/prometheus")
                            .status())
                    .isIn(401, 404);
        }
    }

    private static ApiCaller caller(ConfigurableApplicationContext node, String port) {
        return ApiCaller.anonymous(
                URI.create("http://127.0.0.1:" + node.getEnvironment().getRequiredProperty(port)));
    }
}
