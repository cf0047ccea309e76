package de.postlotse.publishing.powerdns;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int TIMEOUT = 1_000;

    private final Path folder;
    private final List<String> settings;
    private int dnsPort;
    private int webPort;

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

    int dnsPort() {
        return dnsPort;
    }

    int webPort() {
        return webPort;
    }

    /** Takes ports that are free now. It asks nobody whether it is up to date, and speaks with loopback only. */
    void configure() {
        dnsPort = freePort();
        webPort = freePort();
        List<String> lines = new ArrayList<>(List.of(
                "launch=gsqlite3",
                "gsqlite3-database=" + store(),
                "local-address=127.0.0.1",
                "local-port=" + dnsPort,
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
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String log() {
        try {
            Path log = folder.resolve("log");
            return Files.exists(log) ? Files.readString(log) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String pdnsutil(String... arguments) {
        return require(Stream.concat(Stream.of("pdnsutil", "--config-dir=" + folder), Stream.of(arguments))
                .toArray(String[]::new));
    }

    String sql(String statement) {
        return require("sqlite3", "-bail", "-cmd", ".timeout 10000", store().toString(), statement);
    }

    /** Puts zones with SOA-EDIT-API=DEFAULT into the store, by name and master file. */
    void loadAtOnce(Map<String, String> zones) {
        StringBuilder conf = new StringBuilder();
        zones.forEach((name, text) -> conf.append("zone \"%s\" { type master; file \"%s\"; };%n"
                .formatted(name, write(name + "zone", text).toAbsolutePath())));
        Path list = write("zones.conf", conf.toString());
        Path script = write("zones.sql", require("zone2sql", "--gsqlite", "--transactions", "--named-conf=" + list));
        require("sqlite3", "-bail", store().toString(), ".read '" + script + "'");
        sql("insert into domainmetadata (domain_id, kind, content) select id, 'SOA-EDIT-API', 'DEFAULT' from domains");
        pdnsutil("rectify-all-zones", "quiet");
    }

    /** Starts a process that writes to the log. */
    Process run(String... command) {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("log").toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            SimpleResolver dns = new SimpleResolver(new InetSocketAddress(LOOPBACK, dnsPort));
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
            Children.add(process);
            String output = new String(process.getInputStream().readAllBytes());
            if (Children.join(process) != 0) {
                throw new IllegalStateException(String.join(" ", command) + " says: " + output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For TCP and UDP. */
    private static int freePort() {
        while (true) {
            try (ServerSocket tcp = new ServerSocket(0, 1, LOOPBACK);
                    DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), LOOPBACK)) {
                return udp.getLocalPort();
            } catch (IOException e) {
                // Taken for UDP.
            }
        }
    }
}
