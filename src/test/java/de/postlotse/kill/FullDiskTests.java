package de.postlotse.kill;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.PostlotseProcess;
import de.postlotse.testing.TestZones;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The disk of the embedded default is full: its store cannot grow any more. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FullDiskTests {

    private static final String ZONE = TestZones.name(1);
    private static final String SET = "/api/v1/zones/" + ZONE + "/mx/@";
    private static final int FIRST_TTL = 1_000;
    private static final int MOST_EDITS = 2_000;
    private static final long KIB_LEFT = 2_000;

    @AutoClose
    private final StartedProcesses processes = new StartedProcesses();

    @TempDir
    private Path folder;

    @Test
    void endsWithOneLineAboutItAndHasAllThatWasAcknowledgedOnceThereIsSpace() throws IOException {
        PostlotseProcess first = processes.ready(folder);
        first.api("admin")
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"10001\"}".formatted(ZONE))
                .expect(201);
        first.api("kunde1").put(SET, set(FIRST_TTL)).expect(200);
        first.kill();
        long kib = Files.size(folder.resolve("data/postlotse.mv.db")) / 1_024 + KIB_LEFT;

        PostlotseProcess full = processes.readyOnFullDisk(folder, kib);
        int lastSaved = editUntilItFails(full.api("kunde1"));
        full.awaitEnd(Duration.ofSeconds(60));
        assertThat(full.complaints())
                .containsOnlyOnce("has closed itself")
                .contains(folder.resolve("data").toString());
        assertThat(full.log()).as("one line, no stack trace").doesNotContain("\tat ");

        ApiCaller again = processes.ready(folder).api("kunde1");
        assertThat(again.get("/api/v1/zones/" + ZONE + "/mx")
                        .json()
                        .at("/sets/0/ttl")
                        .asInt())
                .as("the last that was acknowledged, or the one whose answer was lost")
                .isBetween(lastSaved, lastSaved + 1);
        again.put(SET, set(FIRST_TTL - 1)).expect(200);
    }

    /** @return the TTL of the last set that was acknowledged; the first where the start itself has filled the disk */
    private static int editUntilItFails(ApiCaller customer) {
        for (int ttl = FIRST_TTL + 1; ttl < FIRST_TTL + MOST_EDITS; ttl++) {
            try {
                Answer answer = customer.put(SET, set(ttl));
                if (answer.status() != 200) {
                    return ttl - 1;
                }
            } catch (UncheckedIOException ended) {
                return ttl - 1;
            }
        }
        throw new AssertionError("the disk did not become full");
    }

    private static String set(int ttl) {
        return "{\"ttl\": %d, \"records\": [{\"priority\": 10, \"target\": \"mail.%s\"}]}".formatted(ttl, ZONE);
    }
}
