package de.postlotse.cluster;

import de.postlotse.lookup.resolver.ScriptedDns;
import de.postlotse.publishing.server.TestedNameServer;
import de.postlotse.testing.Answer;
import de.postlotse.testing.ApiCaller;
import de.postlotse.testing.FaultyProxy;
import de.postlotse.testing.Io;
import de.postlotse.testing.TestPostgres;
import de.postlotse.testing.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Two nodes on one PostgreSQL, with zones on several real name servers. */
public final class Cluster implements AutoCloseable {

    static final int HOSTS = 20;

    private final Path folder;
    private final ScriptedDns resolver = ScriptedDns.resolver();
    private final Map<String, TestedNameServer> servers = new LinkedHashMap<>();
    private final Map<String, String> serverOfZone = new HashMap<>();
    private final Map<String, FaultyProxy> proxies = new LinkedHashMap<>();
    private String token = "";
    private final List<String> furtherProperties = new ArrayList<>();
    /** Tests start often and run for a short while. */
    private List<String> jvmOptions = List.of("-XX:TieredStopAtLevel=1");

    private final TestPostgres store;
    private final List<ClusterNode> nodes = new ArrayList<>();

    public Cluster(Path folder) {
        this.folder = folder;
        this.store = TestPostgres.start(folder.resolve("store"));
        for (int host = 0; host < HOSTS; host++) {
            resolver.with(host(host) + " 300 A 192.175.48." + (host + 1));
        }
    }

    public static String host(int number) {
        return "mx" + number + ".ziel.de";
    }

    /** Starts a name server with zones of its own. */
    public Cluster with(String id, int zones, BiFunction<Path, Map<String, String>, ? extends TestedNameServer> start) {
        Map<String, String> masters = IntStream.range(0, zones)
                .mapToObj(number -> "z" + number + "." + id + ".example")
                .collect(Collectors.toMap(name -> name, Cluster::masterFile));
        masters.keySet().forEach(zone -> serverOfZone.put(zone, id));
        Io.run(() -> servers.put(id, start.apply(Files.createDirectories(folder.resolve(id)), masters)));
        return this;
    }

    /** Puts a proxy between the nodes and each name server. */
    Cluster throughProxies() {
        servers.keySet().forEach(this::throughProxy);
        return this;
    }

    public Cluster throughProxy(String id) {
        proxies.put(id, FaultyProxy.before(server(id).nameServer().dnsAddress()));
        return this;
    }

    /** For what runs long enough to be compiled well. */
    public Cluster withAllCompilers() {
        jvmOptions = List.of();
        return this;
    }

    public Cluster with(String property) {
        furtherProperties.add(property);
        return this;
    }

    private List<String> properties(String id, TestedNameServer server) {
        FaultyProxy proxy = proxies.get(id);
        if (proxy == null) {
            return server.properties(id);
        }
        String address = "postlotse.name-servers." + id + ".dns-address=";
        return Stream.concat(
                        server.properties(id).stream().filter(property -> !property.startsWith(address)),
                        Stream.of(address + "127.0.0.1:" + proxy.address().getPort()))
                .toList();
    }

    /** What a name server had at its start, in the place of what it has; it must not run. */
    void restoreMasterFiles(String id) {
        try (Stream<Path> files = Files.list(folder.resolve(id))) {
            for (Path journal :
                    files.filter(file -> file.toString().endsWith(".jnl")).toList()) {
                Files.delete(journal);
            }
            for (String zone : zonesOf(id)) {
                Files.writeString(folder.resolve(id).resolve(zone + ".zone"), masterFile(zone));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FaultyProxy proxy(String id) {
        FaultyProxy proxy = proxies.get(id);
        if (proxy == null) {
            throw new IllegalArgumentException(id);
        }
        return proxy;
    }

    /** Starts the nodes and takes all zones over. */
    public Cluster start(int count) {
        List<String> properties = new ArrayList<>(List.of("spring.profiles.active=postgresql"));
        store.firstDatabase().forEach((name, value) -> properties.add(name + "=" + value));
        servers.forEach((id, server) -> properties.addAll(properties(id, server)));
        properties.addAll(furtherProperties);
        properties.add("postlotse.dns.resolvers=" + resolver.property());
        properties.add("postlotse.dns.confirm-at-authority=false");
        properties.add("postlotse.dns.checks-per-minute=1000000"); // all edits are one caller's
        properties.add("db-scheduler.heartbeat-interval=1s");
        properties.add("postlotse.publishing.lease=6s");
        for (int number = 1; number <= count; number++) {
            ClusterNode node = new ClusterNode(folder.resolve("node" + number + ".log"), jvmOptions, properties);
            nodes.add(node);
            node.start();
        }
        nodes.forEach(ClusterNode::awaitReady);
        token = TestTokens.create(store.sql(), ClusterNode.ADMIN);
        serverOfZone.entrySet().parallelStream().forEach(zone -> takeOver(zone.getKey(), zone.getValue()));
        return this;
    }

    private void takeOver(String zone, String server) {
        Answer taken = api(nodes.getFirst())
                .post(
                        "/api/v1/zones",
                        "{\"zone\": \"%s\", \"customer\": \"10001\", \"nameServer\": \"%s\"}".formatted(zone, server));
        if (taken.status() != 201) {
            throw new IllegalStateException(taken.toString());
        }
    }

    /** A node's API by a token: a password costs a tenth of a second each time. */
    public ApiCaller api(ClusterNode node) {
        return ApiCaller.anonymous(node.base()).with("Authorization", "Bearer " + token);
    }

    List<String> zones() {
        return serverOfZone.keySet().stream().sorted().toList();
    }

    public List<String> zonesOf(String id) {
        return zones().stream()
                .filter(zone -> id.equals(serverOfZone.get(zone)))
                .toList();
    }

    Map<String, TestedNameServer> servers() {
        return servers;
    }

    public TestedNameServer server(@Nullable String id) {
        TestedNameServer server = servers.get(id);
        if (server == null) {
            throw new IllegalArgumentException(id);
        }
        return server;
    }

    TestedNameServer serverOf(String zone) {
        return server(serverOfZone.get(zone));
    }

    public InetSocketAddress dnsOf(String zone) {
        return serverOf(zone).nameServer().dnsAddress();
    }

    public TestPostgres store() {
        return store;
    }

    public List<ClusterNode> nodes() {
        return nodes;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        nodes.forEach(ClusterNode::close);
        proxies.values().forEach(FaultyProxy::close);
        servers.values().forEach(TestedNameServer::close);
        store.stop();
        resolver.close();
    }

    private static String masterFile(String zone) {
        return """
                $ORIGIN %s.
                $TTL 300
                @ IN SOA ns1.hoster.example. hostmaster.hoster.example. 1 7200 3600 1209600 60
                @ NS ns1.hoster.example.
                @ A 192.175.48.80
                @ TXT "v=spf1 mx -all"
                @ MX 10 mail
                mail A 192.175.48.25
                www CNAME mail
                """.formatted(zone);
    }
}
