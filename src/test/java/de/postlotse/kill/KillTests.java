package de.postlotse.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.PostlotseProcess;
import de.postlotse.testing.TestZones;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The process is killed between commit and publication, again and again; nothing that was acknowledged is lost. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillTests {

    private static final String ZONE = TestZones.name(1);
    private static final String PATH = "/api/v1/zones/" + ZONE + "/mx";

    /** How long after the third acknowledgement of a round the process is killed; more are on their way meanwhile. */
    private static final List<Long> DELAYS_IN_MILLIS = List.of(0L, 20L, 150L);

    private final List<String> acknowledged = new CopyOnWriteArrayList<>(List.of("10 mail." + ZONE));
    private final List<String> tried = new CopyOnWriteArrayList<>(acknowledged);

    @AutoClose
    private final StartedProcesses processes = new StartedProcesses();

    @TempDir
    private Path folder;

    @Test
    void nothingThatWasAcknowledgedIsLostAndNothingIsPublishedByHalves() throws Exception {
        PostlotseProcess postlotse = start();
        ApiCaller admin = postlotse.api("admin");
        admin.post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"10001\"}".formatted(ZONE));
        for (long delay : DELAYS_IN_MILLIS) {
            addUntilKilled(postlotse, delay);
            postlotse = start();
            assertThatAllIsThereAndLive(postlotse);
        }
        assertThatItEndsWithoutComplaint(postlotse);
    }

    /** Asked to end, it finishes what is under way: the store is closed last. */
    private void assertThatItEndsWithoutComplaint(PostlotseProcess postlotse) throws Exception {
        CompletableFuture<Void> adding = addSome(postlotse);
        postlotse.stop();
        adding.get(120, TimeUnit.SECONDS);
        assertThat(postlotse.complaints()).as(postlotse::log).isEmpty();
    }

    private PostlotseProcess start() {
        PostlotseProcess process = processes.start(folder);
        process.awaitNameServer();
        assertThatServedSetIsWhole(process);
        process.awaitReady();
        return process;
    }

    /** What the name server has before anything is published again is one of the states that the zone was in. */
    private void assertThatServedSetIsWhole(PostlotseProcess postlotse) {
        List<String> served = postlotse.dig().mx(ZONE);
        assertThat(served).isEqualTo(tried.subList(0, served.size()));
    }

    /** Begins to add servers, and returns once three of them were acknowledged. */
    private CompletableFuture<Void> addSome(PostlotseProcess postlotse) {
        int before = acknowledged.size();
        CompletableFuture<Void> adding = CompletableFuture.runAsync(() -> addMore(postlotse.api("kunde1")));
        await().pollInterval(Duration.ofMillis(1)).until(() -> acknowledged.size() >= before + 3);
        return adding;
    }

    private void addUntilKilled(PostlotseProcess postlotse, long delay) throws Exception {
        CompletableFuture<Void> adding = addSome(postlotse);
        TimeUnit.MILLISECONDS.sleep(delay);
        postlotse.kill();
        adding.get(120, TimeUnit.SECONDS);
    }

    private void addMore(ApiCaller customer) {
        int next = tried.size();
        for (int number : IntStream.range(next, TestZones.SERVERS).toArray()) {
            String record = (10 + number) + " s" + number + "." + ZONE;
            tried.add(record);
            try {
                customer.post(PATH, "{\"target\": \"s%d.%s\", \"priority\": %d}".formatted(number, ZONE, 10 + number))
                        .expect(201);
                acknowledged.add(record);
            } catch (UncheckedIOException killed) {
                return;
            }
        }
    }

    /** The last record tried may be there or not: it was not acknowledged. */
    private void assertThatAllIsThereAndLive(PostlotseProcess postlotse) {
        Answer live = await().atMost(Duration.ofMinutes(3))
                .until(
                        () -> postlotse.api("kunde1").get(PATH),
                        answer -> answer.json().at("/publication/live").asBoolean());
        List<String> stored = live.json()
                .at("/sets/0/records")
                .valueStream()
                .map(record -> record.path("priority").asInt() + " "
                        + record.path("target").asString())
                .toList();
        assertThat(stored).containsAll(acknowledged);
        assertThat(tried).containsAll(stored);
        assertThat(postlotse.dig().mx(ZONE)).isEqualTo(stored);
        assertThat(live.json().at("/publication/serial").asLong())
                .isEqualTo(postlotse.dig().serial(ZONE));
        keep(stored);
    }

    private void keep(List<String> stored) {
        acknowledged.clear();
        acknowledged.addAll(stored);
        tried.clear();
        tried.addAll(stored);
    }
}
