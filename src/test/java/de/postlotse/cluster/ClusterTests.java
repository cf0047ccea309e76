package de.postlotse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.publishing.dnsupdate.Bind;
import de.postlotse.publishing.dnsupdate.Knot;
import de.postlotse.publishing.powerdns.PowerDnsApiServer;
import de.postlotse.publishing.server.TestedNameServer;
import de.postlotse.testing.Answer;
import de.postlotse.testing.Dig;
import de.postlotse.testing.ServedStates;
import de.postlotse.testing.WrittenHistory;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes on one PostgreSQL are edited while each node is killed, the store is restarted and each name server is down
 * for a while. {@code -Dtests.cluster.edits=2000 -Dpostlotse.cluster.down=20s
 * -Dtests.cluster.kills=3} makes it as long as one likes.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class ClusterTests {

    private static final int EDITS = Integer.getInteger("tests.cluster.edits", 240);
    private static final Duration DOWN =
            Duration.parse("PT" + System.getProperty("tests.cluster.down", "2s").toUpperCase(java.util.Locale.ROOT));
    private static final int CLIENTS = 20;
    private static final int ZONES_A_SERVER = 20;
    private static final int KILLS_A_NODE = Integer.getInteger("tests.cluster.kills", 1);
    private static final Duration RETRY_AFTER = Duration.ofMillis(200);
    private static final int FIRST_TTL = 1_000;

    private final AtomicInteger lastEdit = new AtomicInteger();
    private final AtomicInteger finished = new AtomicInteger();
    private final Map<Integer, Acknowledged> acknowledged = new ConcurrentHashMap<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    /** An edit that the API said is saved. */
    private record Acknowledged(String zone, long version) {}

    @Test
    void everyAcknowledgedEditReachesItsNameServerAndNoOldStateComesBack() throws Exception {
        try (Cluster cluster = new Cluster(folder)
                        .with("bind", ZONES_A_SERVER, Bind::start)
                        .with("knot", ZONES_A_SERVER, Knot::start)
                        .with("pdns", ZONES_A_SERVER, PowerDnsApiServer::start)
                        .start(2);
                ServedStates served = new ServedStates()) {
            Map<String, List<String>> before = otherRecords(cluster);
            cluster.servers()
                    .forEach((id, server) -> served.watch(server.nameServer().dnsAddress(), cluster.zonesOf(id)));

            editWhileThingsBreak(cluster);
            awaitEverythingLive(cluster);

            assertThat(refused).isEmpty();
            assertThat(acknowledged).hasSizeGreaterThan(EDITS * 3 / 4);
            JdbcClient store = cluster.store().sql();
            acknowledged.forEach(
                    (edit, at) -> assertThat(WrittenHistory.of(store, at.zone()).version(FIRST_TTL + edit))
                            .as(at.zone())
                            .isEqualTo(at.version()));
            for (String zone : cluster.zones()) {
                WrittenHistory history = WrittenHistory.of(store, zone);
                await().untilAsserted(() -> assertThat(history.versions(served.of(zone)))
                        .as(zone)
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .endsWith(history.last())
                        .allMatch(version -> version > 0));
                assertThat(history.version(new Dig(cluster.dnsOf(zone)).ttl(zone)))
                        .as(zone)
                        .isEqualTo(history.last());
            }
            assertThat(otherRecords(cluster)).isEqualTo(before);
            System.out.printf(
                    "cluster: %d edits, %d acknowledged, %d states seen over DNS%n",
                    EDITS,
                    acknowledged.size(),
                    cluster.zones().stream()
                            .mapToInt(zone -> served.of(zone).size())
                            .sum());
        }
    }

    private void editWhileThingsBreak(Cluster cluster) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                clients.add(threads.submit(() -> edit(cluster, number)));
            }
            List<Runnable> faults = faults(cluster);
            for (int fault = 0; fault < faults.size(); fault++) {
                int due = EDITS * (fault + 1) / (faults.size() + 1);
                await().atMost(Duration.ofMinutes(10)).until(() -> finished.get() >= due);
                faults.get(fault).run();
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    /** Each a thing that breaks and is mended before the next one. */
    private static List<Runnable> faults(Cluster cluster) {
        List<Runnable> faults = new ArrayList<>();
        for (int kill = 0; kill < KILLS_A_NODE; kill++) {
            cluster.nodes()
                    .forEach(node -> faults.add(() -> {
                        node.kill();
                        node.start();
                        node.awaitReady();
                    }));
        }
        cluster.servers().values().forEach(server -> faults.add(() -> down(server)));
        faults.add(3, () -> {
            cluster.store().stop();
            cluster.store().startAgain();
        });
        return faults;
    }

    private static void down(TestedNameServer server) {
        server.stop();
        long end = System.nanoTime() + DOWN.toNanos();
        await().atMost(DOWN.plusSeconds(5)).until(() -> System.nanoTime() >= end);
        server.start();
    }

    /** Each edit is tried until it is saved or its outcome is unknown; then the next one follows. */
    private void edit(Cluster cluster, int client) {
        List<String> zones = cluster.zones();
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int edit = lastEdit.incrementAndGet(); edit <= EDITS; edit = lastEdit.incrementAndGet()) {
            String zone = zones.get(random.nextInt(zones.size()));
            String json = "{\"ttl\": %d, \"records\": [{\"priority\": %d, \"target\": \"%s\"}]}"
                    .formatted(FIRST_TTL + edit, random.nextInt(100), Cluster.host(random.nextInt(Cluster.HOSTS)));
            boolean over = false;
            for (int attempt = 0; !over; attempt++) {
                ClusterNode node = cluster.nodes()
                        .get((edit + client + attempt) % cluster.nodes().size());
                over = tryToSave(cluster, node, edit, zone, json);
                if (!over) {
                    LockSupport.parkNanos(RETRY_AFTER.toNanos());
                }
            }
            finished.incrementAndGet();
        }
    }

    /** @return false where nothing can have been saved, so that the same edit may be sent again */
    private boolean tryToSave(Cluster cluster, ClusterNode node, int edit, String zone, String json) {
        try {
            Answer answer = cluster.api(node).put("/api/v1/zones/" + zone + "/mx/@", json);
            return note(edit, zone, answer, node);
        } catch (UncheckedIOException e) {
            return !(e.getCause() instanceof ConnectException);
        }
    }

    private boolean note(int edit, String zone, Answer answer, ClusterNode node) {
        switch (answer.status()) {
            case 200 -> {
                long version = Long.parseLong(answer.header("ETag").replace("\"", ""));
                acknowledged.put(edit, new Acknowledged(zone, version));
            }
            case 503 -> {
                assertThat(answer.header("Retry-After")).isNotEmpty();
                return answer.text("/code").equals("store-away");
            }
            case 429 -> {
                assertThat(answer.header("Retry-After")).isNotEmpty();
                return false;
            }
            default -> refused.add(answer + "\n" + node.errors());
        }
        return true;
    }

    private static void awaitEverythingLive(Cluster cluster) {
        JdbcClient store = cluster.store().sql();
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() ->
                        assertThat(store.sql("""
                                        select name || ' ' || publication_state || ' ' || coalesce(problem, '')
                                        from zone where publication_state <> 'LIVE'""").query(String.class).list()).isEmpty());
    }

    /** What is not Postlotse's business, of all zones. */
    private static Map<String, List<String>> otherRecords(Cluster cluster) {
        Map<String, List<String>> records = new HashMap<>();
        cluster.zones()
                .forEach(zone -> records.put(
                        zone,
                        cluster.serverOf(zone).records(zone).stream()
                                .filter(record -> !record.contains(" MX "))
                                .toList()));
        return records;
    }
}
