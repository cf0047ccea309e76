package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.publishing.server.NameServer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.TestPostgres;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A first start with PostgreSQL, before any name server is configured. */
class NoNameServerTests {

    @Test
    void theApplicationStartsAndSaysThatNobodyServesTheZone(@TempDir Path folder) {
        try (ConfigurableApplicationContext node = new SpringApplicationBuilder(Postlotse.class)
                .profiles("postgresql", "test-accounts")
                .properties(Map.<String, Object>copyOf(TestPostgres.sharedDatabase()))
                .run("--server.port=0", "--server.address=127.0.0.1", "--postlotse.data-directory=" + folder)) {
            URI base = URI.create("http://127.0.0.1:" + node.getEnvironment().getRequiredProperty("local.server.port"));
            ApiCaller anonymous = ApiCaller.anonymous(base);

            assertThat(node.getBeanProvider(NameServer.class).stream()).isEmpty();
            assertThat(anonymous.get("/actuator/health").body()).contains("UP");
            assertThat(anonymous
                            .as("admin", RunningPostlotse.PASSWORD)
                            .post("/api/v1/zones", "{\"zone\": \"kunde.example\", \"customer\": \"10001\"}")
                            .status())
                    .isEqualTo(422);
        }
    }
}
