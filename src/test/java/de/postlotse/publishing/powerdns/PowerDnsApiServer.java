package de.postlotse.publishing.powerdns;

import de.postlotse.dns.MxSet;
import de.postlotse.publishing.server.NameServer;
import de.postlotse.publishing.server.NameServerOfItsOwn;
import de.postlotse.testing.Io;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** PowerDNS that is written to through its HTTP API, configured as operating.md says. */
public record PowerDnsApiServer(PowerDns process, NameServer nameServer) implements NameServerOfItsOwn {

    private static final HttpClient OTHERS =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String AXFR = "allow-axfr-ips=127.0.0.0/8";

    /** Starts it with zones given by name and master file, or skips the test where it is not installed. */
    public static PowerDnsApiServer start(Path folder, Map<String, String> zones) {
        return serving(PowerDns.start(folder, zones, AXFR));
    }

    /** Whoever asks in the very moment of a change can have it keep the old answer; so it keeps none. */
    public static PowerDnsApiServer startWithoutCaches(Path folder, Map<String, String> zones) {
        return serving(PowerDns.start(folder, zones, AXFR, "cache-ttl=0", "query-cache-ttl=0", "negquery-cache-ttl=0"));
    }

    public static PowerDnsApiServer serving(PowerDns process) {
        return new PowerDnsApiServer(process, Settings.of(process).nameServer());
    }

    /** Replaces a set through the API without looking, as anybody else might. */
    public void putBlindly(MxSet set) {
        String records = set.records().stream()
                .map(record -> "{\"content\":\"%s\",\"disabled\":false}".formatted(record))
                .collect(Collectors.joining(","));
        String body =
                "{\"rrsets\":[{\"name\":\"%s.\",\"type\":\"MX\",\"ttl\":%d,\"changetype\":\"REPLACE\",\"records\":[%s]}]}"
                        .formatted(set.owner(), set.ttl().seconds(), records);
        URI zone = URI.create(process.url() + "/api/v1/servers/localhost/zones/" + set.owner());
        HttpRequest request = HttpRequest.newBuilder(zone)
                .header("X-API-Key", process.apiKey())
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build();
        int status = 500;
        while (status == 500) { // the database is locked while somebody else changes it
            status = Io.get(() -> send(request));
        }
        if (status != 204) {
            throw new IllegalStateException("PowerDNS answers " + status);
        }
    }

    private static int send(HttpRequest request) throws IOException {
        try {
            return OTHERS.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public List<String> properties(String id) {
        String prefix = "postlotse.name-servers." + id + ".";
        return List.of(
                prefix + "type=powerdns",
                prefix + "dns-address=127.0.0.1:" + process.address().getPort(),
                prefix + "url=" + process.url(),
                prefix + "api-key=" + process.apiKey(),
                prefix + "concurrent-writers=1");
    }
}
