package de.postlotse.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.Postlotse;
import de.postlotse.lookup.resolver.ScriptedDns;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.Dig;
import de.postlotse.testing.RunningPostlotse;
import de.postlotse.testing.TestPostgres;
import de.postlotse.testing.TestZones;
import de.postlotse.testing.Visitor;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one PostgreSQL, which publish to the same name server. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class SeveralNodesTests {

    @TempDir
    private static Path folder;

    private static final List<Node> NODES = new ArrayList<>();
    private static TestPostgres postgres;
    private static ScriptedDns dns;

    @BeforeAll
    static void start() {
        postgres = TestPostgres.start(folder.resolve("postgres"));
        dns = ScriptedDns.resolver();
        Map<String, String> database = postgres.newDatabase();
        NODES.add(Node.start("a", database, null));
        NODES.add(Node.start("b", database, first().nameServer()));
    }

    @AfterAll
    static void stop() {
        NODES.forEach(node -> node.context().close());
        dns.close();
        postgres.stop();
    }

    @Test
    void whoLogsInAtOneNodeIsLoggedInAtTheOther() {
        Visitor visitor = first().visitor().logIn("kunde1", RunningPostlotse.PASSWORD);

        visitor.at(second().base()).get("/domains").expect(200);
    }

    @Test
    void aLogOutAtOneNodeEndsTheSessionAtTheOther() {
        Visitor visitor = first().visitor().logIn("kunde1", RunningPostlotse.PASSWORD);

        visitor.post("/logout", Map.of());

        visitor.at(second().base()).get("/domains").expect(302);
    }

    @Test
    void fiveFailedLogInsOverBothNodesPauseTheAccount() {
        Stream.of(first(), second(), first(), second(), first())
                .forEach(node -> assertThat(node.api("kunde2", "falsch")
                                .get("/api/v1/zones")
                                .status())
                        .isEqualTo(401));

        assertThat(NODES)
                .allSatisfy(node -> assertThat(node.api("kunde2", RunningPostlotse.PASSWORD)
                                .get("/api/v1/zones")
                                .status())
                        .isEqualTo(429));
    }

    @Test
    void editsOverBothNodesAtTheSameTimeLoseNothing() throws Exception {
        String zone = newZone(1);
        try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
            List<Callable<Integer>> edits = IntStream.rangeClosed(1, 20)
                    .<Callable<Integer>>mapToObj(number -> () -> add(NODES.get(number % 2), zone, number))
                    .toList();
            for (var status : writers.invokeAll(edits)) {
                assertThat(status.get()).isEqualTo(201);
            }
        }

        assertThat(stored(zone)).hasSize(21);
        assertThat(versions(zone))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 21).boxed().toList());
        awaitLive(zone);
    }

    /** Each edit is answered with success or with 503; what was acknowledged is there, on the name server too. */
    @Test
    void aRestartOfTheStoreLosesNothingThatWasAcknowledged() throws Exception {
        String zone = newZone(2);
        List<String> acknowledged = new CopyOnWriteArrayList<>(List.of("mail." + zone));
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<Void> editing = CompletableFuture.runAsync(() -> {
            for (int number = 1; number < TestZones.SERVERS && !enough.get(); number++) {
                int status = add(NODES.get(number % 2), zone, number);
                statuses.add(status);
                if (status == 201) {
                    acknowledged.add("s" + number + "." + zone);
                }
            }
        });
        await().until(() -> acknowledged.size() >= 4);
        postgres.stop();
        await().atMost(Duration.ofSeconds(60)).until(() -> statuses.contains(503));
        postgres.startAgain();
        int before = acknowledged.size();
        await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= before + 2 || editing.isDone());
        enough.set(true);
        editing.get(60, TimeUnit.SECONDS);

        assertThat(statuses).containsOnly(201, 503);
        awaitLive(zone);
        assertThat(stored(zone)).containsAll(acknowledged);
        assertThat(versions(zone))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, stored(zone).size()).boxed().toList());
    }

    @Test
    void whileTheStoreIsAwayPagesKeepWhatWasTypedAndSayWhatToDo() {
        String zone = newZone(3);
        Visitor customer = first().visitor().logIn("kunde1", RunningPostlotse.PASSWORD);
        customer.get("/domains/" + zone);
        Map<String, String> typed = Map.of(
                "owner", "", "target", "S1." + zone, "priority", " 25 ", "ttl", "", "version", "1", "edit", "e1");

        postgres.stop();
        Answer saved;
        Answer shown;
        Answer program;
        try {
            saved = customer.post("/domains/" + zone + "/mx", typed);
            shown = customer.get("/domains/" + zone);
            program = second().api("kunde1", RunningPostlotse.PASSWORD).get("/api/v1/zones");
        } finally {
            postgres.startAgain();
        }

        assertThat(saved.status()).as(saved::toString).isEqualTo(503);
        assertThat(saved.header("Retry-After")).isNotEmpty();
        assertThat(saved.body())
                .contains("value=\"S1." + zone + "\"", "value=\" 25 \"", "name=\"version\" value=\"1\"")
                .contains("name=\"_csrf\"", "Ihre Eingaben stehen noch hier", "action=\"/domains/" + zone + "/mx\"")
                .doesNotContain("Exception", "jdbc", "SQL");
        assertThat(shown.status()).isEqualTo(503);
        assertThat(shown.body()).contains("nicht erreichbar").doesNotContain("Exception", "jdbc", "SQL");
        assertThat(program.status()).isEqualTo(503);
        assertThat(program.header("Content-Type")).startsWith("application/problem+json");
        assertThat(program.header("Retry-After")).isNotEmpty();
        assertThat(program.text("/code")).isEqualTo("store-away");

        await().atMost(RunningPostlotse.SOON)
                .until(() -> customer.get("/domains/" + zone).status() == 200);
        customer.post("/domains/" + zone + "/mx", typed).expect(302);
        assertThat(customer.post("/domains/" + zone + "/mx", typed).status())
                .as("the same form once more")
                .isEqualTo(302);
        assertThat(versions(zone)).containsExactly(1L, 2L);
    }

    private static String newZone(int number) {
        String zone = TestZones.name(number);
        first().api("admin", RunningPostlotse.PASSWORD)
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"10001\"}".formatted(zone))
                .expect(201);
        return zone;
    }

    private static int add(Node node, String zone, int number) {
        return node.api("kunde1", RunningPostlotse.PASSWORD)
                .postPatiently(
                        "/api/v1/zones/" + zone + "/mx",
                        "{\"target\": \"s%d.%s\", \"priority\": \"%d\"}".formatted(number, zone, 20 + number))
                .status();
    }

    private static List<String> stored(String zone) {
        return second().api("kunde1", RunningPostlotse.PASSWORD)
                .get("/api/v1/zones/" + zone + "/mx")
                .texts("/sets/0/records", "target");
    }

    private static void awaitLive(String zone) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> second().api("kunde1", RunningPostlotse.PASSWORD)
                        .get("/api/v1/zones/" + zone + "/mx")
                        .json()
                        .at("/publication/live")
                        .asBoolean());
        Dig dig = new Dig(first().nameServer().dnsAddress());
        assertThat(dig.mx(zone)).hasSameSizeAs(stored(zone));
    }

    private static List<Long> versions(String zone) {
        return first().context()
                .getBean(JdbcClient.class)
                .sql("""
                        select c.version from zone_change c join zone z on z.id = c.zone_id
                        where z.name = ? order by c.version""")
                .param(zone)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    private static Node first() {
        return NODES.get(0);
    }

    private static Node second() {
        return NODES.get(1);
    }

    private record Node(ConfigurableApplicationContext context) {

        /** @param shared the name server of another node; a node has one of its own where there is none */
        static Node start(String name, Map<String, String> database, @Nullable NameServer shared) {
            Path data = folder.resolve(name);
            List<String> arguments = new ArrayList<>(List.of(
                    "--server.port=0",
                    "--server.address=127.0.0.1",
                    "--postlotse.data-directory=" + data,
                    "--postlotse.dns.checks-per-minute=1000000", // one caller makes all edits
                    "--spring.datasource.hikari.connection-init-sql=set lock_timeout = '20s'", // they queue
                    "--postlotse.dns.resolvers=" + dns.property()));
            database.forEach((property, value) -> arguments.add("--" + property + "=" + value));
            if (shared == null) {
                arguments.addAll(List.of(
                        "--postlotse.embedded-name-server.enabled=true",
                        "--postlotse.embedded-name-server.port=0",
                        "--postlotse.embedded-name-server.zone-directory="
                                + TestZones.write(folder.resolve("masters"), 3)));
            }
            return new Node(new SpringApplicationBuilder(Postlotse.class)
                    .profiles("postgresql", "test-accounts")
                    .initializers(context -> {
                        if (shared != null) {
                            context.getBeanFactory().registerSingleton("shared", shared);
                        }
                    })
                    .run(arguments.toArray(String[]::new)));
        }

        NameServer nameServer() {
            return context.getBean(NameServer.class);
        }

        URI base() {
            return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
        }

        ApiCaller api(String username, String password) {
            return ApiCaller.anonymous(base()).as(username, password);
        }

        Visitor visitor() {
            return new Visitor(base());
        }
    }
}
