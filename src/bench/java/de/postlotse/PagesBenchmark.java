package de.postlotse;

import de.postlotse.cluster.ClusterNode;
import de.postlotse.lookup.resolver.ScriptedDns;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** How fast the pages of the support desk are with a million zones, and what that is beside ten thousand. */
final class PagesBenchmark {

    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("bench.zones", 1_000_000);
    private static final int SESSIONS = 20;

    /** The kinds of pages to read, or all. */
    private static final String ONLY = System.getProperty("bench.pages", "");

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("bench.seconds", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warm-up", 60));
    private static final Duration THINKING = Duration.ofSeconds(1);

    private final EmbeddedPostgres server;
    private final Path folder;
    private final ScriptedDns resolver = ScriptedDns.resolver();

    /** How long pages took, by their kind. */
    private record Times(Map<DeskPage, Durations> withoutPause, Map<DeskPage, Durations> thinking) {}

    private PagesBenchmark(EmbeddedPostgres server, Path folder) {
        this.server = server;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        String kept = System.getProperty("bench.folder", "");
        Path folder = kept.isEmpty() ? Files.createTempDirectory("postlotse-bench") : Path.of(kept);
        Files.createDirectories(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("store"))
                .setCleanDataDirectory(false)
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            new PagesBenchmark(server, folder).run();
        }
        System.exit(0); // dnsjava's threads would keep it
    }

    private void run() throws Exception {
        fill(FEW);
        fill(MANY);
        Times few = measure(FEW);
        Times many = measure(MANY);
        print("without a pause", few.withoutPause(), many.withoutPause());
        print("each waits a second before the next page", few.thinking(), many.thinking());
    }

    private static void print(String how, Map<DeskPage, Durations> few, Map<DeskPage, Durations> many) {
        System.out.printf(
                Locale.ROOT,
                "%n%d sessions, %s: milliseconds with %,d and with %,d zones%n%-28s %21s %21s %6s %6s%n",
                SESSIONS,
                how,
                FEW,
                MANY,
                "",
                "median",
                "95th percentile",
                "ratio",
                "pages");
        many.forEach((page, durations) -> print(page, few.getOrDefault(page, new Durations()), durations));
    }

    private static void print(DeskPage page, Durations few, Durations many) {
        System.out.printf(
                Locale.ROOT,
                "%-28s %10.1f %10.1f %10.1f %10.1f %6.2f %6d%n",
                page.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                few.percentile(50),
                many.percentile(50),
                few.percentile(95),
                many.percentile(95),
                many.percentile(95) / few.percentile(95),
                many.count());
    }

    /** Creates the database, has the application make its tables, and fills them, unless an earlier run did. */
    private void fill(int zones) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (statement
                    .executeQuery("select 1 from pg_database where datname = '" + database(zones) + "'")
                    .next()) {
                return;
            }
            statement.execute("create database " + database(zones));
        }
        try (ClusterNode node = node(zones)) {
            node.start();
            node.awaitReady();
        }
        long start = System.nanoTime();
        MillionZones.fill(server.getJdbcUrl("postgres", database(zones)), zones);
        System.out.printf(Locale.ROOT, "%,d zones made in %d s%n", zones, (System.nanoTime() - start) / 1_000_000_000);
    }

    private static String database(int zones) {
        return "zones_" + zones;
    }

    /** With all compilers, as in an installation, and with nothing to do but to answer. */
    private ClusterNode node(int zones) {
        return new ClusterNode(
                folder.resolve("node-" + zones + ".log"),
                List.of(),
                List.of(
                        "spring.profiles.active=postgresql",
                        "spring.datasource.url=" + server.getJdbcUrl("postgres", database(zones)),
                        "spring.datasource.username=postgres",
                        "spring.datasource.password=postgres",
                        "postlotse.dns.resolvers=" + resolver.property(),
                        "postlotse.dns.confirm-at-authority=false"));
    }

    private Times measure(int zones) throws Exception {
        try (ClusterNode node = node(zones)) {
            node.start();
            node.awaitReady();
            List<PageReader> readers = new ArrayList<>();
            for (int session = 0; session < SESSIONS; session++) {
                readers.add(new PageReader(node.base()).logIn(ClusterNode.ADMIN, ClusterNode.PASSWORD));
            }
            List<DeskPage> pages = thatAreThere(readers.getFirst(), zones);
            read(readers, pages, zones, WARM_UP, Duration.ZERO);
            Map<DeskPage, Durations> withoutPause = read(readers, pages, zones, TIME, Duration.ZERO);
            Map<DeskPage, Durations> thinking = read(readers, pages, zones, TIME, THINKING);
            readers.forEach(PageReader::close);
            return new Times(withoutPause, thinking);
        }
    }

    private static List<DeskPage> thatAreThere(PageReader reader, int zones) {
        List<DeskPage> there = new ArrayList<>();
        for (DeskPage page : DeskPage.values()) {
            PageReader.Page answer = reader.get(page.path(new SplittableRandom(1), zones));
            if (answer.status() == 200) {
                if (ONLY.isEmpty() || List.of(ONLY.split(",")).contains(page.name())) {
                    there.add(page);
                }
            } else {
                System.out.println(page + " answers " + answer.status());
            }
        }
        return there;
    }

    /** All sessions at once, each one page after the other in any order. */
    private static Map<DeskPage, Durations> read(
            List<PageReader> readers, List<DeskPage> pages, int zones, Duration time, Duration pause) throws Exception {
        Map<DeskPage, Durations> durations = Collections.synchronizedMap(new EnumMap<>(DeskPage.class));
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
            List<? extends Future<?>> sessions = IntStream.range(0, readers.size())
                    .mapToObj(session -> threads.submit(() -> {
                        SplittableRandom random = new SplittableRandom(end + session);
                        Thread.sleep((long) (random.nextDouble() * pause.toMillis()));
                        while (System.nanoTime() < end) {
                            DeskPage page = pages.get(random.nextInt(pages.size()));
                            String path = page.path(random, zones);
                            long start = System.nanoTime();
                            PageReader.Page answer = readers.get(session).get(path);
                            durations
                                    .computeIfAbsent(page, first -> new Durations())
                                    .add(System.nanoTime() - start);
                            if (answer.status() != 200) {
                                throw new IllegalStateException(path + " answers " + answer.status());
                            }
                            Thread.sleep(pause);
                        }
                        return session;
                    }))
                    .toList();
            for (Future<?> session : sessions) {
                session.get();
            }
        }
        return durations;
    }
}
