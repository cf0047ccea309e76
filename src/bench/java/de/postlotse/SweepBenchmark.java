package de.postlotse;

import de.postlotse.desk.sweep.UnlimitedSweep;
import de.postlotse.testing.TestPostgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast the sweep asks, beside dnsperf with the same resolver in the same run, and what it needs of the heap. */
final class SweepBenchmark {

    private static final int HOSTS = Integer.getInteger("bench.hosts", 100_000);
    private static final int SECONDS = Integer.getInteger("bench.seconds", 60);
    /** In turns, so that what else the machine does meets both. */
    private static final int TURNS = 4;

    private static final int HOSTS_A_ZONE = 10;

    /** For IPv4 and IPv6. */
    private static final int QUESTIONS_A_HOST = 2;

    private SweepBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("postlotse-sweep-bench");
        try (Resolver resolver = Resolver.start(folder.resolve("resolver"));
                ConfigurableApplicationContext application = application(folder, resolver)) {
            fill(application.getBean(JdbcClient.class));
            UnlimitedSweep sweep = new UnlimitedSweep(application);
            if (SECONDS > 0) {
                compare(resolver, sweep);
            }
            System.out.printf(
                    Locale.ROOT, "%d hosts: %.0f MB of the heap are in use while it asks%n", HOSTS, heap(sweep));
        }
        System.exit(0); // dnsjava's threads would keep it
    }

    private static void compare(Resolver resolver, UnlimitedSweep sweep) throws Exception {
        resolver.warmUp(HOSTS);
        sweep.settle();
        sweep.run(Duration.ofSeconds(SECONDS / 4));

        double bare = 0;
        double asked = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            bare += resolver.dnsperf(SECONDS / TURNS) / TURNS;
            asked += QUESTIONS_A_HOST * sweep.run(Duration.ofSeconds(SECONDS / TURNS)) / TURNS;
        }
        System.out.printf(
                Locale.ROOT,
                "%d hosts, %d s each: dnsperf %.0f questions/s, the sweep %.0f questions/s: ratio %.2f%n",
                HOSTS,
                SECONDS,
                bare,
                asked,
                asked / bare);
    }

    private static ConfigurableApplicationContext application(Path folder, Resolver resolver) {
        Map<String, Object> properties =
                new HashMap<>(TestPostgres.start(folder.resolve("postgres")).newDatabase());
        properties.putAll(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.profiles.active", "postgresql",
                "postlotse.data-directory", folder.resolve("data").toString(),
                "postlotse.dns.resolvers", resolver.property(),
                "postlotse.dns.confirm-at-authority", "false",
                "postlotse.sweep.most-per-second", "0",
                "postlotse.sweep.confirm-after", "0s",
                "postlotse.sweep.look-every", "1h"));
        return new SpringApplicationBuilder(Postlotse.class)
                .properties(properties)
                .run();
    }

    /** Zones that nothing else is to be done with. */
    private static void fill(JdbcClient store) {
        store.sql("""
                        insert into zone (name, customer, name_server, version, routing, published_version, attempts,
                            checked_at, compare_at, attention, servers)
                        select 'zone' || i || '.example', '1', 'nowhere', 1, 'OTHER_SERVERS', 1, 0,
                            now() + interval '1 year', now() + interval '1 year', 7, 'USABLE'
                        from generate_series(0, ?) as i""").param(HOSTS / HOSTS_A_ZONE - 1).update();
        store.sql("""
                        insert into mx_record (zone_id, owner, preference, target, ttl)
                        select z.id, z.name, 10, 'mx' || i || case when i % 20 = 0 then '.none' else '' end || '.bench.example', 3600
                        from generate_series(0, ?) as i
                        join zone z on z.name = 'zone' || i / ? || '.example'""").params(HOSTS - 1, HOSTS_A_ZONE).update();
        store.sql("analyze").update();
    }

    /** The most that is left after a collection, while all hosts are asked for the first time and again. */
    private static double heap(UnlimitedSweep sweep) throws InterruptedException {
        Thread round = Thread.ofPlatform().start(() -> {
            sweep.settle();
            sweep.round();
        });
        long most = 0;
        while (round.isAlive()) {
            System.gc();
            most = Math.max(
                    most,
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
            round.join(Duration.ofSeconds(2));
        }
        return most / 1e6;
    }
}
