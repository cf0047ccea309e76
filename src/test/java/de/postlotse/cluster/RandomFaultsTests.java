package de.postlotse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxRecord;
import de.postlotse.dns.MxSet;
import de.postlotse.dns.Ttl;
import de.postlotse.publishing.dnsupdate.Bind;
import de.postlotse.publishing.dnsupdate.Knot;
import de.postlotse.publishing.dnsupdate.PowerDnsUpdate;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.TestedNameServer;
import de.postlotse.testing.Dig;
import de.postlotse.testing.FaultyProxy;
import de.postlotse.testing.ServedStates;
import de.postlotse.testing.WrittenHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Edits go on while faults happen in an order that a seed decides: {@code -Dtests.faults.seed=7
 * -Dtests.faults.count=100}. Whatever happens, what DNS shows of a zone are its committed versions in their order
 * up to the last one, or the zone is shown as drifted.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class RandomFaultsTests {

    private static final int FAULTS = Integer.getInteger("tests.faults.count", 8);
    private static final int ZONES_A_SERVER = 6;
    private static final int CLIENTS = 4;
    private static final int FIRST_TTL = 1_000;
    private static final int FOREIGN_TTL = 900_000;
    private static final Duration BETWEEN = Duration.ofMillis(700);

    private final long seed = Long.getLong("tests.faults.seed", System.nanoTime() % 1_000_000);
    private final Random random = new Random(seed);
    private final AtomicInteger lastEdit = new AtomicInteger();
    private final AtomicInteger foreignEdits = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Set<String> changedElsewhere = ConcurrentHashMap.newKeySet();
    private final List<String> story = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void whatDnsShowsAreTheCommittedVersionsInTheirOrderOrTheZoneIsShownAsDrifted() throws Exception {
        try (Cluster cluster = new Cluster(folder)
                        .with("bind", ZONES_A_SERVER, Bind::start)
                        .with("knot", ZONES_A_SERVER, Knot::start)
                        .with("pdns", ZONES_A_SERVER, PowerDnsUpdate::start)
                        .throughProxies()
                        .with("postlotse.publishing.compare-every=2s")
                        .start(2);
                ServedStates served = new ServedStates()) {
            cluster.servers()
                    .forEach((id, server) -> served.watch(server.nameServer().dnsAddress(), cluster.zonesOf(id)));
            List<Thread> clients = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                long own = random.nextLong();
                clients.add(Thread.ofVirtual().start(() -> edit(cluster, new Random(own))));
            }
            breakThings(cluster);
            over.set(true);
            for (Thread client : clients) {
                client.join();
            }
            check(cluster, served);
        }
    }

    private void breakThings(Cluster cluster) {
        for (int fault = 0; fault < FAULTS; fault++) {
            String id = List.copyOf(cluster.servers().keySet())
                    .get(random.nextInt(cluster.servers().size()));
            ClusterNode node =
                    cluster.nodes().get(random.nextInt(cluster.nodes().size()));
            switch (random.nextInt(8)) {
                case 0 -> down(cluster, id);
                case 1 -> proxy(cluster, id, FaultyProxy.Fault.SILENT);
                case 2 -> proxy(cluster, id, FaultyProxy.Fault.SLOW);
                case 3 -> proxy(cluster, id, FaultyProxy.Fault.LOSE_REPLY);
                case 4 -> proxy(cluster, id, FaultyProxy.Fault.RESET);
                case 5 -> pause(node);
                case 6 -> kill(node);
                default -> editElsewhere(cluster, id);
            }
            pass(BETWEEN);
        }
        revert(cluster);
    }

    private void down(Cluster cluster, String id) {
        story.add(id + " is down");
        TestedNameServer server = cluster.server(id);
        server.stop();
        pass(Duration.ofMillis(500 + random.nextInt(3_000)));
        server.start();
    }

    private void proxy(Cluster cluster, String id, FaultyProxy.Fault fault) {
        story.add(id + " " + fault);
        cluster.proxy(id).set(fault);
        pass(Duration.ofMillis(500 + random.nextInt(4_000)));
        cluster.proxy(id).set(FaultyProxy.Fault.NONE);
    }

    /** Longer than the other node waits until it takes the orders of a node for abandoned. */
    private void pause(ClusterNode node) {
        story.add("node " + node.base() + " is paused");
        signal(node, "STOP");
        pass(Duration.ofMillis(6_000 + random.nextInt(6_000)));
        signal(node, "CONT");
    }

    private void kill(ClusterNode node) {
        story.add("node " + node.base() + " is killed");
        node.kill();
        node.start();
        node.awaitReady();
    }

    private void editElsewhere(Cluster cluster, String id) {
        List<String> zones = cluster.zonesOf(id);
        String zone = zones.get(random.nextInt(zones.size()));
        story.add(zone + " is changed elsewhere");
        changedElsewhere.add(zone);
        DomainName name = DomainName.of(zone);
        NameServer server = cluster.server(id).nameServer();
        MxSet theirs = MxSet.of(
                name,
                new Ttl(FOREIGN_TTL + foreignEdits.incrementAndGet()),
                List.of(MxRecord.of(5, "mx.anderswo.net")));
        await().ignoreExceptions().until(() -> {
            server.replaceMx(name, MxReplacement.of(server.read(name).mxSets(), List.of(theirs)));
            return true;
        });
    }

    /** A name server that comes back with what it had at the very beginning. */
    private void revert(Cluster cluster) {
        story.add("bind comes back with its first zone files");
        changedElsewhere.addAll(cluster.zonesOf("bind"));
        TestedNameServer server = cluster.server("bind");
        server.stop();
        cluster.restoreMasterFiles("bind");
        server.start();
    }

    private void edit(Cluster cluster, Random own) {
        List<String> zones = cluster.zones();
        while (!over.get()) {
            int edit = lastEdit.incrementAndGet();
            String zone = zones.get(own.nextInt(zones.size()));
            ClusterNode node = cluster.nodes().get(own.nextInt(cluster.nodes().size()));
            try {
                cluster.api(node)
                        .put(
                                "/api/v1/zones/" + zone + "/mx/@",
                                "{\"ttl\": %d, \"records\": [{\"priority\": 1, \"target\": \"%s\"}]}"
                                        .formatted(FIRST_TTL + edit, Cluster.host(own.nextInt(Cluster.HOSTS))));
            } catch (UncheckedIOException nodeIsAway) {
                pass(Duration.ofMillis(100));
            }
        }
    }

    private void check(Cluster cluster, ServedStates served) {
        JdbcClient store = cluster.store().sql();
        Map<String, String> states = new ConcurrentHashMap<>();
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> {
                    store.sql("select name, publication_state from zone")
                            .query((row, number) -> states.put(row.getString(1), row.getString(2)))
                            .list();
                    assertThat(states.values()).as(this::explain).containsOnly("LIVE", "DRIFTED");
                    changedElsewhere.forEach(
                            zone -> assertThatDriftIsKnown(cluster, zone, states.getOrDefault(zone, "")));
                });
        for (String zone : cluster.zones()) {
            WrittenHistory history = WrittenHistory.of(store, zone);
            if (!changedElsewhere.contains(zone)) {
                assertThat(states.get(zone)).as(zone + explain()).isEqualTo("LIVE");
                await().untilAsserted(() -> assertThat(history.versions(served.of(zone)))
                        .as(zone + explain())
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .endsWith(history.last()));
            }
        }
        System.out.printf(
                "faults: seed %d, %d edits tried, %d states seen over DNS, %d of %d zones drifted: %s%n",
                seed,
                lastEdit.get(),
                cluster.zones().stream()
                        .mapToInt(zone -> served.of(zone).size())
                        .sum(),
                states.values().stream().filter("DRIFTED"::equals).count(),
                states.size(),
                story);
    }

    /** Either the last version is there again, or the zone says that something else is. */
    private void assertThatDriftIsKnown(Cluster cluster, String zone, String state) {
        WrittenHistory history = WrittenHistory.of(cluster.store().sql(), zone);
        long shown = history.version(new Dig(cluster.dnsOf(zone)).ttl(zone));
        assertThat(state).as(zone + explain()).isEqualTo(shown == history.last() ? "LIVE" : "DRIFTED");
    }

    private String explain() {
        return " seed " + seed + ": " + story;
    }

    private static void pass(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }

    private static void signal(ClusterNode node, String name) {
        try {
            int done = new ProcessBuilder("kill", "-" + name, Long.toString(node.pid()))
                    .start()
                    .waitFor();
            assertThat(done).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
