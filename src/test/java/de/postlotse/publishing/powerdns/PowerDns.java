package de.postlotse.publishing.powerdns;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.postlotse.publishing.NameServerOfItsOwn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PowerDNS with the sqlite backend on free loopback ports, with all of its files in a folder of the test. */
public final class PowerDns implements NameServerOfItsOwn.Daemon {

    private static final Path SERVER = Path.of("/usr/sbin/pdns_server");
    private static final Duration START = Duration.ofSeconds(30);
    private static final int TRIES = 3;

    private final PowerDnsFolder files;
    private @Nullable Process process;

    private PowerDns(PowerDnsFolder files) {
        this.files = files;
    }

    /**
     * Starts with the zones, which have SOA-EDIT-API=DEFAULT.
     *
     * @param zones by name and master file
     * @param settings further lines of pdns.conf, such as {@code dnsupdate=yes}
     */
    public static PowerDns start(Path folder, Map<String, String> zones, String... settings) {
        assumeInstalled();
        PowerDns server = new PowerDns(PowerDnsFolder.create(folder.resolve("powerdns"), List.of(settings)));
        zones.forEach((name, text) -> {
            server.load(name, text);
            server.pdnsutil("set-meta", name, "SOA-EDIT-API", "DEFAULT");
        });
        server.startOnFreePorts();
        return server;
    }

    /** The same for thousands of zones, which are read at once. */
    static PowerDns startWithMany(Path folder, Map<String, String> zones, String... settings) {
        assumeInstalled();
        PowerDns server = new PowerDns(PowerDnsFolder.create(folder.resolve("powerdns"), List.of(settings)));
        server.files.loadAtOnce(zones);
        server.startOnFreePorts();
        return server;
    }

    /** Skips the test where Debian's packages are not there. */
    public static void assumeInstalled() {
        assumeTrue(Files.isExecutable(SERVER), "pdns-server is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/pdnsutil")), "pdnsutil is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/sqlite3")), "sqlite3 is not installed");
        assumeTrue(hasSqliteBackend(), "pdns-backend-sqlite3 is not installed");
    }

    private static boolean hasSqliteBackend() {
        try (var paths =
                Files.find(Path.of("/usr/lib"), 3, (path, attributes) -> path.endsWith("pdns/libgsqlite3backend.so"))) {
            return paths.findAny().isPresent();
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** Puts a zone into the store as {@code pdnsutil load-zone} leaves it: without SOA-EDIT-API. */
    public void load(String zone, String masterFile) {
        pdnsutil("load-zone", zone, files.write(zone + "zone", masterFile).toString());
    }

    /** Runs pdnsutil on the server's store, also while the server runs. */
    public String pdnsutil(String... arguments) {
        return files.pdnsutil(arguments);
    }

    /** Changes the store behind the server's back. */
    String sql(String statement) {
        return files.sql(statement);
    }

    /** Where it answers over DNS. */
    public InetSocketAddress dnsAddress() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), files.dnsPort());
    }

    public String url() {
        return "http://127.0.0.1:" + files.webPort();
    }

    public String apiKey() {
        return PowerDnsFolder.API_KEY;
    }

    /** What it has written to its log. */
    public String log() {
        return files.log();
    }

    /** Starts it on the ports that it has, and returns once it answers. */
    @Override
    public void start() {
        Process started = files.run(SERVER.toString(), "--config-dir=" + files.folder());
        Children.add(started);
        process = started;
        await().atMost(START)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !started.isAlive() || files.isAnswering());
        if (!started.isAlive()) {
            throw new IllegalStateException("PowerDNS did not start:\n" + log());
        }
    }

    /** Another process may take a port between the look for free ones and the start. */
    private void startOnFreePorts() {
        for (int tries = 1; ; tries++) {
            try {
                files.configure();
                start();
                return;
            } catch (IllegalStateException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** Ends it in order; it keeps its data. */
    @Override
    public void stop() {
        Children.end(running(), Process::destroy);
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        Children.end(running(), Process::destroyForcibly);
    }

    /** Freezes it: connections are still accepted by the kernel, and nothing answers. */
    public void pause() {
        Children.signal(running(), "STOP");
    }

    /** Lets it go on, with whatever has arrived meanwhile. */
    public void resume() {
        Children.signal(running(), "CONT");
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("was never started");
        }
        return process;
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }
}
