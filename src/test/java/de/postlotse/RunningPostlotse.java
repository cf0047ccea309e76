package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.lookup.ScriptedDns;
import de.postlotse.publishing.NameServer;
import de.postlotse.reachability.TestDoors;
import de.postlotse.zone.FourEyesProperties;
import de.postlotse.zone.TestFourEyes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** The application, started once for all tests of the whole: its HTTP port, its name server and the DNS it asks. */
final class RunningPostlotse implements AutoCloseable {

    static final String PASSWORD = "postlotse";
    static final Duration SOON = Duration.ofSeconds(15);

    /** More than the tests of pages need for one customer. */
    static final int TESTS_PER_MINUTE = 50;

    private static final int ZONES = 1_300;

    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final ScriptedDns dns;
    private final AtomicInteger lastZone = new AtomicInteger();

    private RunningPostlotse(ConfigurableApplicationContext context, Path folder, ScriptedDns dns) {
        this.context = context;
        this.folder = folder;
        this.dns = dns;
    }

    /** The internet as the application sees it. */
    ScriptedDns dns() {
        return dns;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    Path dataDirectory() {
        return folder.resolve("data");
    }

    ApiCaller anonymous() {
        return ApiCaller.anonymous(base());
    }

    /** With a token: each look at a password takes a tenth of a second, and tests look thousands of times. */
    ApiCaller api(String username) {
        String token = TestTokens.create(context.getBean(JdbcClient.class), username);
        return anonymous().with("Authorization", "Bearer " + token);
    }

    /** For what is not allowed with a token, and for what is about passwords. */
    ApiCaller apiByPassword(String username) {
        return anonymous().as(username, PASSWORD);
    }

    Visitor visitor() {
        return new Visitor(base());
    }

    Visitor visitor(String username) {
        return visitor().logIn(username, PASSWORD);
    }

    /** The name of a zone that the name server serves and nobody manages yet. */
    String unmanagedZone() {
        int number = lastZone.incrementAndGet();
        if (number > ZONES) {
            throw new IllegalStateException("raise ZONES");
        }
        return TestZones.name(number);
    }

    /** A zone of a test's own, with one MX record. */
    String newZone(String customer) {
        String zone = unmanagedZone();
        Answer taken = api("admin")
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"%s\"}".formatted(zone, customer));
        assertThat(taken.status()).as(taken::toString).isEqualTo(201);
        return zone;
    }

    /** A zone of kunde1. */
    String newZone() {
        return newZone("10001");
    }

    /** From now on these kinds of change of a zone wait for a second pair of eyes. */
    void watch(String zone, FourEyesProperties.Kind... kinds) {
        context.getBean(TestFourEyes.class).watch(zone, kinds);
    }

    Answer mx(String zone) {
        return api("admin").get("/api/v1/zones/" + zone + "/mx");
    }

    long version(String zone) {
        return mx(zone).json().at("/version").asLong();
    }

    Dig dig() {
        return new Dig(nameServer().dnsAddress());
    }

    NameServer nameServer() {
        return context.getBean(NameServer.class);
    }

    void stopNameServer() {
        ((SmartLifecycle) nameServer()).stop();
    }

    void startNameServer() {
        SmartLifecycle server = (SmartLifecycle) nameServer();
        if (!server.isRunning()) {
            server.start();
        }
    }

    /** Waits until the API says that the last change is live. */
    Answer awaitLive(String zone) {
        return await().atMost(SOON)
                .until(
                        () -> mx(zone),
                        answer -> answer.json().at("/publication/live").asBoolean());
    }

    @Override
    public void close() {
        dns.close();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts data into a folder of its own, takes free ports, and asks the scripted DNS. */
    static class Start implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path folder = newFolder();
            ScriptedDns dns = ScriptedDns.resolver();
            TestPropertyValues.of(
                            "postlotse.data-directory=" + folder.resolve("data"),
                            "postlotse.embedded-name-server.port=0",
                            "postlotse.embedded-name-server.zone-directory="
                                    + TestZones.write(folder.resolve("masters"), ZONES),
                            "postlotse.publishing.overdue-after=0s",
                            "postlotse.planned.look-every=1s",
                            "postlotse.reachability.per-minute=" + TESTS_PER_MINUTE,
                            "postlotse.dns.resolvers=" + dns.property())
                    .applyTo(context);
            RunningPostlotse running = new RunningPostlotse(context, folder, dns);
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            TestDoors.install(beans);
            TestFourEyes.install(beans);
            beans.registerSingleton("runningPostlotse", running);
            beans.registerDisposableBean("runningPostlotse", running::close); // the first one is destroyed last
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("postlotse");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The same with a database of its own in PostgreSQL, and what only the embedded profile brings. */
    static final class StartOnPostgres extends Start {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of(TestPostgres.sharedDatabase())
                    .and(
                            "server.address=127.0.0.1",
                            "postlotse.embedded-name-server.enabled=true",
                            "postlotse.own.mail-servers[0].host=mx1.hoster.example",
                            "postlotse.own.mail-servers[0].priority=10",
                            "postlotse.own.mail-servers[1].host=mx2.hoster.example",
                            "postlotse.own.mail-servers[1].priority=20")
                    .applyTo(context);
        }
    }
}
