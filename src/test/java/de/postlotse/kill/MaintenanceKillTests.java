package de.postlotse.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.PostlotseProcess;
import de.postlotse.testing.TestZones;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A window of maintenance, with the process killed before it opens and before it closes. */
@Execution(ExecutionMode.CONCURRENT)
class MaintenanceKillTests {

    private static final String ZONE = TestZones.name(1);
    private static final String PATH = "/api/v1/zones/" + ZONE;
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(3);

    @AutoClose
    private final StartedProcesses processes = new StartedProcesses();

    @TempDir
    private Path folder;

    @Test
    void aWindowOpensAndClosesByItselfAlthoughTheProcessIsKilledInBetween() {
        PostlotseProcess first = processes.ready(folder);
        ApiCaller admin = first.api("admin");
        admin.post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"10001\"}".formatted(ZONE));
        admin.post(PATH + "/mx", "{\"target\": \"mail2.%s\", \"priority\": \"20\"}".formatted(ZONE));
        Instant opens = Instant.now().plusSeconds(10);
        admin.post(
                        PATH + "/mx/@/mail2." + ZONE + "/maintenance",
                        "{\"from\": \"%s\", \"until\": \"%s\"}".formatted(opens, opens.plusSeconds(1)))
                .expect(200);
        first.kill();

        PostlotseProcess second = processes.ready(folder);
        await().atMost(LONG_ENOUGH).until(() -> kinds(second).contains("SERVER_TAKEN_OUT"));
        second.kill();

        PostlotseProcess third = processes.ready(folder);
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
}
