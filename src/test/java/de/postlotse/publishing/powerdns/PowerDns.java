package de.postlotse.publishing.powerdns;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.postlotse.publishing.server.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real PowerDNS with the sqlite backend on free loopback ports, with all of its files in a folder of the test. */
public final class PowerDns extends ServerProcess {

    private static final Path SERVER = Path.of("/usr/sbin/pdns_server");

    private final PowerDnsFolder files;

    private PowerDns(PowerDnsFolder files) {
        super(
                List.of(SERVER.toString(), "--config-dir=" + files.folder()),
                files.folder(),
                files.dnsAddress(),
                files::isAnswering);
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
        server.start();
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

    public String url() {
        return "http://127.0.0.1:" + files.webPort();
    }

    public String apiKey() {
        return PowerDnsFolder.API_KEY;
    }
}
