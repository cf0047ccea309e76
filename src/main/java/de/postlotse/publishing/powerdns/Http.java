package de.postlotse.publishing.powerdns;

import de.postlotse.publishing.server.NameServerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests, and tells a request that was never sent from one whose answer was lost. */
final class Http {

    private static final int LONGEST_BODY = 64 * 1024 * 1024;
    private static final int LONGEST_ERROR = 64_000;
    private static final int LONGEST_TEXT = 200;
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\s]+");
    private static final List<Integer> OF_A_GATEWAY = List.of(502, 503, 504);

    private final RestClient client;
    private final String setting;

    /** @param setting the property that says where the server is */
    Http(PowerDnsSettings settings, String setting) {
        this.setting = setting + " (" + settings.url() + "): ";
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(settings.connectTimeout())
                .build());
        requests.setReadTimeout(settings.readTimeout());
        this.client = RestClient.builder()
                .requestFactory(requests)
                .defaultHeader("X-API-Key", settings.apiKey())
                .defaultHeader("Accept", MediaType.APPLICATION_JSON_VALUE)
                .build();
    }

    /** @throws NameServerException where no answer came */
    Reply get(URI uri) {
        try {
            return answered(send(client.get().uri(uri)));
        } catch (LostException e) {
            throw unreachable(e);
        }
    }

    /**
     * Sends a change.
     *
     * @throws LostException where it may have been made
     * @throws NameServerException where it was not sent
     */
    Reply patch(URI uri, byte[] json) throws LostException {
        return answered(send(client.method(HttpMethod.PATCH)
                .uri(uri)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json)));
    }

    private Reply send(RestClient.RequestHeadersSpec<?> request) throws LostException {
        try {
            return request.exchangeForRequiredValue((sent, response) -> reply(response));
        } catch (ResourceAccessException e) {
            if (wasNeverSent(e)) {
                throw unreachable(e);
            }
            throw new LostException(e);
        }
    }

    private static Reply reply(ClientHttpResponse response) throws IOException {
        try (InputStream body = response.getBody()) {
            return new Reply(response.getStatusCode().value(), body.readNBytes(LONGEST_BODY));
        }
    }

    /** What is in front of the server answered, which says nothing of what the server did. */
    private static Reply answered(Reply reply) throws LostException {
        if (OF_A_GATEWAY.contains(reply.status())) {
            throw new LostException(new IOException("a gateway answered " + reply.status()));
        }
        return reply;
    }

    private static boolean wasNeverSent(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
                return true;
            }
        }
        return false;
    }

    private NameServerException unreachable(Exception cause) {
        return new NameServerException(
                NameServerException.Reason.UNREACHABLE, setting + "PowerDNS does not answer", cause);
    }

    record Reply(int status, byte[] body) {

        /** What the server says about an error, fit for logs and pages: short, one line, nothing invisible, never our key. */
        String error(String secret) {
            String text = new String(body, 0, Math.min(body.length, LONGEST_ERROR), StandardCharsets.UTF_8);
            String open = INVISIBLE.matcher(errorIn(text)).replaceAll(" ").strip();
            String told = secret.isEmpty() ? open : open.replace(secret, "...");
            return told.codePointCount(0, told.length()) <= LONGEST_TEXT
                    ? told
                    : told.substring(0, told.offsetByCodePoints(0, LONGEST_TEXT)) + "...";
        }

        private static String errorIn(String text) {
            try {
                String error = JsonMapper.shared().readTree(text).path("error").asString("");
                return error.isEmpty() ? text : error;
            } catch (JacksonException e) {
                return text;
            }
        }
    }

    /** The request may have arrived; no answer did. */
    static final class LostException extends Exception {

        LostException(Exception cause) {
            super(cause);
        }
    }
}
