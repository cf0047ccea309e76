package de.postlotse;

import de.postlotse.cluster.Cluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What a bare client does: one PATCH to PowerDNS's API that replaces the MX set, and nothing else. */
final class BarePatches implements BareClient {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final String key;

    BarePatches(String url, String key) {
        this.url = url;
        this.key = key;
    }

    @Override
    public void replace(String zone, int ttl) {
        String body = """
                {"rrsets": [{"name": "%s.", "type": "MX", "ttl": %d, "changetype": "REPLACE",
                 "records": [{"content": "10 %s.", "disabled": false}]}]}""".formatted(zone, ttl, Cluster.host(0));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/api/v1/servers/localhost/zones/" + zone + "."))
                .header("X-API-Key", key)
                .header("Content-Type", "application/json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 204) {
                throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
