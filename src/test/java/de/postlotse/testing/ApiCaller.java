package de.postlotse.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A program that uses the API, each request with its own credentials. */
public final class ApiCaller {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final HttpClient client;
    private final URI base;
    private final List<String> headers;

    private ApiCaller(HttpClient client, URI base, List<String> headers) {
        this.client = client;
        this.base = base;
        this.headers = List.copyOf(headers);
    }

    public static ApiCaller anonymous(URI base) {
        return new ApiCaller(CLIENT, base, List.of());
    }

    public ApiCaller as(String username, String password) {
        String credentials = username + ":" + password;
        return with(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    public ApiCaller with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(header, value));
        return new ApiCaller(client, base, more);
    }

    public ApiCaller using(HttpClient otherClient) {
        return new ApiCaller(otherClient, base, headers);
    }

    public Answer get(String path) {
        return send("GET", path, "");
    }

    public Answer post(String path, String json) {
        return send("POST", path, json);
    }

    /** As {@link #post}, by a program that tries again after a second where too much is under way (429, RFC 6585 §4). */
    public Answer postPatiently(String path, String json) {
        return await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> post(path, json), answer -> answer.status() != 429);
    }

    public Answer put(String path, String json) {
        return send("PUT", path, json);
    }

    public Answer delete(String path) {
        return send("DELETE", path, "");
    }

    public Answer send(String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (!json.isEmpty() && !headers.contains("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return send(client, request.build());
    }

    public static Answer send(HttpClient client, HttpRequest request) {
        try {
            return new Answer(client.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
