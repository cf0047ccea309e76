package de.postlotse;

import de.postlotse.cluster.Cluster;
import de.postlotse.cluster.ClusterNode;
import de.postlotse.publishing.dnsupdate.Bind;
import de.postlotse.publishing.dnsupdate.Knot;
import de.postlotse.publishing.powerdns.PowerDnsApiServer;
import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.Dig;
import de.postlotse.testing.FaultyProxy;
import de.postlotse.testing.Visitor;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.xbill.DNS.TSIG;

/** How fast changes reach a name server, beside a bare client of the same server in the same run. */
final class PublishingBenchmark {

    private static final int ZONES = Integer.getInteger("bench.zones", 10_000);
    private static final String SILENT = "silent";
    private static final int FOREIGN = 1_000;
    private static final int CLICKS = 200;
    private static final int WARM_UP = 300;
    private static final int WRITERS = 8;
    private static final int EDITS = 2_000;

    private final Cluster cluster;
    private final AtomicInteger ttl = new AtomicInteger(1_000);

    private PublishingBenchmark(Cluster cluster) {
        this.cluster = cluster;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("postlotse-bench");
        try (Cluster cluster = new Cluster(folder)
                .with("bind", ZONES + FOREIGN, Bind::start)
                .with("pdns", ZONES + FOREIGN, PowerDnsApiServer::startWithoutCaches)
                .with(SILENT, CLICKS, Knot::start)
                .throughProxy(SILENT)
                .withAllCompilers()
                .start(1)) {
            PublishingBenchmark benchmark = new PublishingBenchmark(cluster);
            TSIG key = Bind.key();
            InetSocketAddress bind = cluster.dnsOf(cluster.zonesOf("bind").getFirst());
            PowerDnsApiServer pdns = (PowerDnsApiServer) cluster.server("pdns");
            benchmark.run("bind", WRITERS, () -> new BareUpdates(bind, key));
            benchmark.run(
                    "pdns",
                    1, // its sqlite fails with more
                    () -> new BarePatches(pdns.process().url(), pdns.process().apiKey()));
            benchmark.besideASilentNameServer();
        }
        System.exit(0); // dnsjava's threads would keep it
    }

    private void run(String id, int bareWriters, Supplier<BareClient> bare) throws Exception {
        // What the bare client changes would be somebody else's change, so it has zones of its own.
        List<String> all = cluster.zonesOf(id);
        List<String> zones = all.subList(0, all.size() - FOREIGN);
        List<String> foreign = all.subList(all.size() - FOREIGN, all.size());
        ApiCaller api = cluster.api(cluster.nodes().getFirst());
        IntStream.range(0, WARM_UP).forEach(n -> save(api, zones.get(n % zones.size())));
        awaitLive(id);

        System.out.println(
                id + ", from the click to the authoritative answer: " + clicks(zones, zone -> save(api, zone)));
        BareClient one = bare.get();
        System.out.println(id + ", bare client:                               "
                + clicks(foreign, zone -> {
                    int next = ttl.incrementAndGet();
                    one.replace(zone, next);
                    return next;
                }));
        pages(api, zones);

        double edits = perSecond(EDITS, n -> save(api, zones.get(n % zones.size())));
        awaitLive(id);
        double backlog = backlog(id, zones, api);
        List<BareClient> writers =
                IntStream.range(0, bareWriters).mapToObj(n -> bare.get()).toList();
        double bareRate = perSecond(
                EDITS,
                bareWriters,
                (writer, n) -> writers.get(writer).replace(foreign.get(n % FOREIGN), ttl.incrementAndGet()));
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f edits/s through the whole stack, %.0f publishes/s of a backlog of %d zones, %.0f updates/s by a"
                        + " bare client with %d writers: ratios %.2f and %.2f%n",
                id,
                edits,
                backlog,
                zones.size(),
                bareRate,
                bareWriters,
                edits / bareRate,
                backlog / bareRate);
    }

    private int save(ApiCaller api, String zone) {
        int next = ttl.incrementAndGet();
        Answer answer = api.put(
                "/api/v1/zones/" + zone + "/mx/@",
                "{\"ttl\": %d, \"records\": [{\"priority\": 10, \"target\": \"%s\"}]}"
                        .formatted(next, Cluster.host(1)));
        if (answer.status() != 200) {
            throw new IllegalStateException(answer.toString());
        }
        return next;
    }

    private interface Change {
        int make(String zone);
    }

    /** From before the change is made until the name server answers with it. */
    private Durations clicks(List<String> zones, Change change) {
        Durations durations = new Durations();
        for (int click = 0; click < CLICKS; click++) {
            String zone = zones.get(click);
            Dig dig = new Dig(cluster.dnsOf(zone));
            long start = System.nanoTime();
            int wanted = change.make(zone);
            while (dig.ttlIfAnswered(zone).orElse(0) != wanted) {
                Thread.onSpinWait();
            }
            durations.add(System.nanoTime() - start);
        }
        return durations;
    }

    /** One name server accepts connections and never answers, and many of its zones wait for it. */
    private void besideASilentNameServer() {
        ApiCaller api = cluster.api(cluster.nodes().getFirst());
        cluster.proxy(SILENT).set(FaultyProxy.Fault.SILENT);
        List<String> waiting = cluster.zonesOf(SILENT);
        waiting.forEach(zone -> save(api, zone));
        Visitor staff = new Visitor(cluster.nodes().getFirst().base());
        staff.logIn(ClusterNode.ADMIN, ClusterNode.PASSWORD);
        List<String> others = cluster.zonesOf("bind");
        System.out.println("beside a silent name server, page of one of its zones:   "
                + timed(waiting, zone -> staff.get("/domains/" + zone)));
        System.out.println("beside a silent name server, page of another zone:       "
                + timed(others, zone -> staff.get("/domains/" + zone)));
        System.out.println("beside a silent name server, list of what is not live:   "
                + timed(waiting, zone -> staff.get("/support/publishing")));
        System.out.println("beside a silent name server, from the click to BIND's answer: "
                + clicks(others, zone -> save(api, zone)));
    }

    private void pages(ApiCaller api, List<String> zones) {
        System.out.println("reading a zone: " + timed(zones, zone -> api.get("/api/v1/zones/" + zone)));
    }

    private static Durations timed(List<String> zones, Consumer<String> reader) {
        Durations durations = new Durations();
        for (int page = 0; page < CLICKS; page++) {
            long start = System.nanoTime();
            reader.accept(zones.get(page));
            durations.add(System.nanoTime() - start);
        }
        return durations;
    }

    private static double perSecond(int count, IntConsumer work) throws Exception {
        return perSecond(count, WRITERS, (writer, n) -> work.accept(n));
    }

    /** A piece of work, and by which of the writers. */
    private interface Work {
        void carryOut(int writer, int n);
    }

    private static double perSecond(int count, int writerCount, Work work) throws Exception {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(writerCount)) {
            List<? extends Future<?>> writers = IntStream.range(0, writerCount)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                            work.carryOut(writer, n);
                        }
                    }))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** One change of every zone while the name server is down, and then how fast they reach it. */
    private double backlog(String id, List<String> zones, ApiCaller api) throws Exception {
        cluster.server(id).stop();
        perSecond(zones.size(), n -> save(api, zones.get(n)));
        cluster.server(id).start();
        new Visitor(cluster.nodes().getFirst().base())
                .logIn(ClusterNode.ADMIN, ClusterNode.PASSWORD)
                .post("/support/publishing", Map.of("server", id));
        long waiting = waiting(id);
        long start = System.nanoTime();
        awaitLive(id);
        return waiting / ((System.nanoTime() - start) / 1e9);
    }

    private long waiting(String id) {
        return cluster.store()
                .sql()
                .sql("select count(*) from zone where name_server = ? and publication_state not in ('LIVE', 'DRIFTED')")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void awaitLive(String id) {
        while (waiting(id) > 0) {
            LockSupport.parkNanos(20_000_000);
        }
    }
}
