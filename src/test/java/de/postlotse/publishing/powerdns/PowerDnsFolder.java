package de.postlotse.publishing.powerdns;

import de.postlotse.testing.FreePorts;
import de.postlotse.testing.Io;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The files of one PowerDNS: its settings, its store and its log. */
final class PowerDnsFolder {

    static final String API_KEY = "api-key-of-the-tests";

    private static final int TIMEOUT = 1_000;

    private final Path folder;
    private final List<String> settings;
    private final InetSocketAddress dnsAddress = FreePorts.nextAddress();
    private final int webPort = FreePorts.next();

    private PowerDnsFolder(Path folder, List<String> settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** With an empty store. */
    static PowerDnsFolder create(Path folder, List<String> settings) {
        PowerDnsFolder files = new PowerDnsFolder(folder, settings);
        try (InputStream schema = PowerDnsFolder.class.getResourceAsStream("schema.sqlite3.sql")) {
            Files.createDirectories(folder);
            Path script = folder.resolve("schema.sql");
            Files.copy(Objects.requireNonNull(schema), script);
            files.require("sqlite3", "-bail", files.store().toString(), ".read '" + script + "'");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.configure();
        return files;
    }

    Path folder() {
        return folder;
    }

    InetSocketAddress dnsAddress() {
        return dnsAddress;
    }

    int webPort() {
        return webPort;
    }

    /** It asks nobody whether it is up to date, and speaks with loopback only. */
    private void configure() {
        List<String> lines = new ArrayList<>(List.of(
                "launch=gsqlite3",
                "gsqlite3-database=" + store(),
                "gsqlite3-dnssec=yes",
                "local-address=127.0.0.1",
                "local-port=" + dnsAddress.getPort(),
                "api=yes",
                "api-key=" + API_KEY,
                "webserver=yes",
                "webserver-address=127.0.0.1",
                "webserver-port=" + webPort,
                "webserver-allow-from=127.0.0.1",
                "security-poll-suffix=",
                "socket-dir=" + folder,
                "daemon=no",
                "guardian=no",
                "disable-syslog=yes"));
        lines.addAll(settings);
        write("pdns.conf", String.join("\n", lines) + "\n");
    }

    Path write(String name, String text) {
        return Io.get(() -> Files.writeString(folder.resolve(name), text));
    }

    String pdnsutil(String... arguments) {
        return require(Stream.concat(Stream.of("pdnsutil", "--config-dir=" + folder), Stream.of(arguments))
                .toArray(String[]::new));
    }

    String sql(String statement) {
        return require("sqlite3", "-bail", "-cmd", ".timeout 10000", store().toString(), statement);
    }

    boolean isAnswering() {
        try {
            HttpURLConnection api =
                    (HttpURLConnection) URI.create("http://127.0.0.1:" + webPort + "/api/v1/servers/localhost")
                            .toURL()
                            .openConnection();
            api.setConnectTimeout(TIMEOUT);
            api.setReadTimeout(TIMEOUT);
            api.setRequestProperty("X-API-Key", API_KEY);
            if (api.getResponseCode() != 200) {
                return false;
            }
            SimpleResolver dns = new SimpleResolver(dnsAddress);
            dns.send(Message.newQuery(Record.newRecord(Name.root, Type.SOA, 1)));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private Path store() {
        return folder.resolve("store.sqlite3");
    }

    private String require(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " says: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
