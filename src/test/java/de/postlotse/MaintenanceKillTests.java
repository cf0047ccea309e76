package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A window of maintenance, with the process killed before it opens and before it closes. */
class MaintenanceKillTests {

    private static final String ZONE = TestZones.name(1);
    private static final String PATH = "/api/v1/zones/" + ZONE;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);

    private final List<PostlotseProcess> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        started.forEach(PostlotseProcess::kill);
    }

    @Test
    void aWindowOpensAndClosesByItselfAlthoughTheProcessIsKilledInBetween() {
        PostlotseProcess first = start();
        ApiCaller admin = first.api("admin");
        admin.post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"10001\"}".formatted(ZONE));
        admin.post(PATH + "/mx", "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(ZONE));
        Instant opens = Instant.now().plusSeconds(3);
        Answer planned = admin.post(
                PATH + "/mx/@/mail2." + ZONE + "/maintenance",
                "{\"from\": \"%s\", \"until\": \"%s\"}".formatted(opens, opens.plusSeconds(1)));
        assertThat(planned.status()).as(planned::toString).isEqualTo(200);
        first.kill();

        PostlotseProcess second = start();
        await().atMost(LONG_ENOUGH).until(() -> kinds(second).contains("SERVER_TAKEN_OUT"));
        second.kill();

        PostlotseProcess third = start();
        await().atMost(LONG_ENOUGH).until(() -> kinds(third).contains("SERVER_PUT_BACK"));
        assertThat(kinds(third)).containsExactly("SERVER_PUT_BACK", "SERVER_TAKEN_OUT", "RECORD_ADDED", "TAKEN_OVER");
        await().atMost(LONG_ENOUGH)
                .untilAsserted(
                        () -> assertThat(third.dig().mx(ZONE)).containsExactly("10 mail." + ZONE, "20 mail2." + ZONE));
    }

    private static List<String> kinds(PostlotseProcess process) {
        return StreamSupport.stream(
                        process.api("admin")
                                .get(PATH + "/history")
                                .json()
                                .at("/lines")
                                .spliterator(),
                        false)
                .map(change -> change.at("/kind").asString())
                .toList();
    }

    private PostlotseProcess start() {
        PostlotseProcess process = PostlotseProcess.start(folder);
        started.add(process);
        process.awaitReady();
        return process;
    }
}
