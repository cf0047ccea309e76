package de.postlotse.testing;

import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import de.postlotse.dns.DomainName;
import de.postlotse.dns.MxSets;
import de.postlotse.lookup.resolver.ScriptedDns;
import de.postlotse.publishing.server.MxReplacement;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.reachability.TestConnectPolicy;
import de.postlotse.zone.change.FourEyesProperties;
import de.postlotse.zone.change.TestFourEyes;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.FileSystemUtils;

/** The application, started once for all tests of the whole: its HTTP port, its name server and the DNS it asks. */
public final class RunningPostlotse implements AutoCloseable {

    public static final String PASSWORD = "postlotse";
    public static final Duration SOON = Duration.ofMinutes(1);

    /** More than the tests of pages need for one customer. */
    public static final int TESTS_PER_MINUTE = 50;

    private static final int ZONES = 1_300;

    /** Tests of stores have zones that no name server serves, and it would find fault with them. */
    private static final String ROUND_OVER_ALL_ZONES = "comparisonRound";

    private final ConfigurableApplicationContext context;
    private final Path folder;
    private final ScriptedDns dns;
    private final AtomicInteger lastZone = new AtomicInteger();
    private final AtomicInteger lastOddZone = new AtomicInteger();

    private RunningPostlotse(ConfigurableApplicationContext context, Path folder, ScriptedDns dns) {
        this.context = context;
        this.folder = folder;
        this.dns = dns;
    }

    /** The internet as the application sees it. */
    public ScriptedDns dns() {
        return dns;
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** The address of a page or of a call of the API. */
    public URI address(String path) {
        return base().resolve(path);
    }

    public Path dataDirectory() {
        return folder.resolve("data");
    }

    public ApiCaller anonymous() {
        return ApiCaller.anonymous(base());
    }

    /** With a token: each look at a password takes a tenth of a second, and tests look thousands of times. */
    public ApiCaller api(String username) {
        String token = TestTokens.create(context.getBean(JdbcClient.class), username);
        return anonymous().with("Authorization", "Bearer " + token);
    }

    /** For what is not allowed with a token, and for what is about passwords. */
    public ApiCaller apiByPassword(String username) {
        return anonymous().as(username, PASSWORD);
    }

    public Visitor visitor() {
        return new Visitor(base());
    }

    public Visitor visitor(String username) {
        return visitor().logIn(username, PASSWORD);
    }

    /** The name of a zone that the name server serves and nobody manages yet. */
    public String unmanagedZone() {
        int number = lastZone.incrementAndGet();
        if (number > ZONES) {
            throw new IllegalStateException("raise ZONES");
        }
        return TestZones.name(number);
    }

    /** A zone of a test's own, with one MX record. */
    public String newZone(String customer) {
        return takenOver(unmanagedZone(), customer);
    }

    /** A zone of kunde1 whose sets would be refused as new: TTL 0, an address as server, an underscore. */
    public String newOddZone() {
        return takenOver(TestZones.oddName(lastOddZone.incrementAndGet()), "10001");
    }

    /** The one zone of kunde1 whose name is longer than any line. */
    public String newLongZone() {
        return takenOver(TestZones.LONG_NAME, "10001");
    }

    private String takenOver(String zone, String customer) {
        api("admin")
                .post("/api/v1/zones", "{\"zone\": \"%s\", \"customer\": \"%s\"}".formatted(zone, customer))
                .expect(201);
        return zone;
    }

    /** A zone of kunde1. */
    public String newZone() {
        return newZone("10001");
    }

    /** From now on these kinds of change of a zone wait for a second pair of eyes. */
    public void watch(String zone, FourEyesProperties.Kind... kinds) {
        context.getBean(TestFourEyes.class).watch(zone, kinds);
    }

    public Answer mx(String zone) {
        return api("admin").get("/api/v1/zones/" + zone + "/mx");
    }

    public long version(String zone) {
        return mx(zone).json().at("/version").asLong();
    }

    public Dig dig() {
        return new Dig(nameServer().dnsAddress());
    }

    public NameServer nameServer() {
        return context.getBean(NameServer.class);
    }

    /**
     * Somebody else changes a zone at the name server itself: at its apex are these records and nothing else.
     *
     * @param records each a preference and a host, such as {@code 5 mx.anderswo.net}
     */
    public void changeElsewhere(String zone, int ttl, String... records) {
        DomainName name = DomainName.of(zone);
        nameServer()
                .replaceMx(
                        name,
                        MxReplacement.of(nameServer().read(name).mxSets(), List.of(MxSets.mx(name, ttl, records))));
    }

    public void stopNameServer() {
        ((SmartLifecycle) nameServer()).stop();
    }

    public void startNameServer() {
        SmartLifecycle server = (SmartLifecycle) nameServer();
        if (!server.isRunning()) {
            server.start();
        }
    }

    /** Nothing goes on by itself in this application until the result is closed: no round, no sweep, no publishing. */
    Rest rest() {
        Scheduler rounds = context.getBean(Scheduler.class);
        List<SmartLifecycle> workers = Stream.of("sweeper", "nameServerWorkers")
                .map(name -> context.getBean(name, SmartLifecycle.class))
                .toList();
        rounds.pause();
        workers.forEach(SmartLifecycle::stop);
        await().atMost(SOON).until(() -> rounds.getCurrentlyExecuting().isEmpty());
        return () -> {
            workers.forEach(SmartLifecycle::start);
            rounds.resume();
        };
    }

    /** The time in which an application does only what a test asks it for. */
    @FunctionalInterface
    interface Rest extends AutoCloseable {

        @Override
        void close();
    }

    /** Waits until the API says that the last change is live. */
    public Answer awaitLive(String zone) {
        return await().atMost(SOON)
                .until(
                        () -> mx(zone),
                        answer -> answer.json().at("/publication/live").asBoolean());
    }

    @Override
    public void close() {
        dns.close();
        Io.run(() -> FileSystemUtils.deleteRecursively(folder));
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
                            "postlotse.dns.checks-per-minute=1000000",
                            // Writers of one zone that queue on a slow machine
                            "spring.datasource.hikari.connection-init-sql=set lock_timeout 10000",
                            "postlotse.reachability.per-minute=" + TESTS_PER_MINUTE,
                            "postlotse.dns.resolvers=" + dns.property())
                    .applyTo(context);
            RunningPostlotse running = new RunningPostlotse(context, folder, dns);
            DefaultListableBeanFactory beans = (DefaultListableBeanFactory) context.getBeanFactory();
            beans.addBeanPostProcessor(new QuickPasswords());
            context.addBeanFactoryPostProcessor(withoutRounds -> beans.removeBeanDefinition(ROUND_OVER_ALL_ZONES));
            TestConnectPolicy.install(beans);
            TestFourEyes.install(beans);
            beans.registerSingleton("runningPostlotse", running);
            beans.registerDisposableBean("runningPostlotse", running::close); // the first one is destroyed last
        }

        private static Path newFolder() {
            return Io.get(() -> Files.createTempDirectory("postlotse"));
        }
    }

    /** A look at a password takes a tenth of a second on purpose, and tests log in hundreds of times. */
    private static final class QuickPasswords implements BeanPostProcessor {

        private static final int LEAST_ROUNDS = 4;

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof PasswordEncoder
                    ? new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(LEAST_ROUNDS)))
                    : bean;
        }
    }

    /** The same with a database of its own in PostgreSQL, and what only the embedded profile brings. */
    static final class StartOnPostgres extends Start {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            TestPropertyValues.of(TestPostgres.sharedDatabase())
                    .and(
                            "spring.datasource.hikari.connection-timeout=20000",
                            "spring.datasource.hikari.connection-init-sql=set lock_timeout = '10s'",
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
