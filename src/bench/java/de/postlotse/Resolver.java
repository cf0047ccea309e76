package de.postlotse;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Debian's unbound on this machine, with an nsd behind it that has made-up hosts, and dnsperf to compare with. */
final class Resolver implements AutoCloseable {

    /** One in so many hosts does not exist. */
    private static final int MISSING_EVERY = 20;

    private static final Pattern PER_SECOND = Pattern.compile("Queries per second:\\s+([0-9.]+)");

    private final Path folder;
    private final int port = freePort();
    private final List<Process> servers;

    private Resolver(Path folder) throws IOException {
        this.folder = folder;
        int authority = freePort();
        Files.writeString(folder.resolve("bench.zone"), """
                @ 86400 IN SOA ns hostmaster 1 7200 3600 1209600 86400
                @ 86400 IN NS ns
                ns 86400 IN A 127.0.0.1
                * 86400 IN A 192.175.48.1
                * 86400 IN AAAA 2620:4f:8000::1
                none 86400 IN TXT "what is below does not exist"
                """);
        Files.writeString(folder.resolve("nsd.conf"), """
                server:
                    ip-address: 127.0.0.1@%d
                    username: ""
                    zonesdir: "%s"
                    pidfile: ""
                    xfrdfile: ""
                    zonelistfile: "%2$s/zone.list"
                    database: ""
                    rrl-ratelimit: 0
                remote-control:
                    control-enable: no
                zone:
                    name: "bench.example"
                    zonefile: "bench.zone"
                """.formatted(authority, folder));
        Files.writeString(folder.resolve("unbound.conf"), """
                server:
                    interface: 127.0.0.1@%d
                    do-daemonize: no
                    use-syslog: no
                    username: ""
                    chroot: ""
                    directory: "%s"
                    pidfile: ""
                    num-threads: %d
                    module-config: "iterator"
                    do-not-query-localhost: no
                    local-zone: "example." nodefault
                    msg-cache-size: 256m
                    rrset-cache-size: 256m
                    msg-cache-slabs: 4
                    rrset-cache-slabs: 4
                remote-control:
                    control-enable: no
                stub-zone:
                    name: "bench.example"
                    stub-addr: 127.0.0.1@%d
                """.formatted(
                        port, folder, Runtime.getRuntime().availableProcessors(), authority));
        this.servers = List.of(
                start("nsd", "-d", "-c", folder.resolve("nsd.conf").toString()),
                start("unbound", "-c", folder.resolve("unbound.conf").toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    static Resolver start(Path folder) throws IOException {
        Resolver resolver = new Resolver(Files.createDirectories(folder));
        resolver.awaitReady();
        return resolver;
    }

    static String host(int number) {
        return number % MISSING_EVERY == 0 ? "mx" + number + ".none.bench.example" : "mx" + number + ".bench.example";
    }

    String property() {
        return "127.0.0.1:" + port;
    }

    /** Asks for the addresses of so many hosts, once, so that the cache has them. */
    void warmUp(int hosts) throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("questions"),
                IntStream.range(0, hosts)
                        .mapToObj(Resolver::host)
                        .map(host -> host + " A\n" + host + " AAAA\n")
                        .collect(Collectors.joining()));
        dnsperf("-n", "1", "-q", "200");
    }

    /** Questions that dnsperf gets answered in a second, over and over for those hosts. */
    double dnsperf(int seconds) throws IOException, InterruptedException {
        return dnsperf("-l", Integer.toString(seconds), "-c", "4", "-q", "500");
    }

    private double dnsperf(String... options) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                "dnsperf",
                "-s",
                "127.0.0.1",
                "-p",
                Integer.toString(port),
                "-d",
                folder.resolve("questions").toString());
        builder.command().addAll(List.of(options));
        Process process = builder.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        Matcher matcher = PER_SECOND.matcher(output);
        if (process.waitFor() != 0 || !matcher.find()) {
            throw new IOException(output);
        }
        return Double.parseDouble(matcher.group(1));
    }

    private Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(command[0] + ".log").toFile())
                .start();
    }

    private void awaitReady() {
        for (int attempt = 0; attempt < 100; attempt++) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
                return;
            } catch (IOException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        }
        throw new IllegalStateException("unbound does not start, see " + folder);
    }

    @Override
    public void close() {
        servers.forEach(Process::destroy);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
