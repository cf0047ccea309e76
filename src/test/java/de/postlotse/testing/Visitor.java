package de.postlotse.testing;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: keeps cookies, sends forms with the token of the page, and follows no redirect unasked. */
public final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final Pattern CONFIRMED = Pattern.compile("name=\"confirmed\" value=\"([^\"]*)\"");

    private final HttpClient client;
    private final URI base;
    private final String language;
    private final List<String> headers = new ArrayList<>();
    private String token = "";

    public Visitor(URI base) {
        this(base, "de");
    }

    public Visitor(URI base, String language) {
        this(newClient(), base, language);
    }

    private Visitor(HttpClient client, URI base, String language) {
        this.client = client;
        this.base = base;
        this.language = language;
    }

    /** The same browser, sent to another node. */
    public Visitor at(URI node) {
        return new Visitor(client, node, language);
    }

    /** The same browser, which adds a header to all that it sends from now on. */
    public Visitor sending(String header, String value) {
        headers.addAll(List.of(header, value));
        return this;
    }

    public Visitor logIn(String username, String password) {
        get("/login");
        Answer answer = post("/login", Map.of("username", username, "password", password));
        if (answer.status() != 302 || answer.header("Location").contains("/login")) {
            throw new AssertionError(username + " cannot log in: " + answer);
        }
        token = "";
        get("/help");
        return this;
    }

    public Answer get(String path) {
        return remembered(ApiCaller.send(client, request(path).GET().build()));
    }

    /** What the browser has been given to send back. */
    List<HttpCookie> cookies() {
        return ((CookieManager) client.cookieHandler().orElseThrow())
                .getCookieStore()
                .getCookies();
    }

    /** Like a browser into which somebody planted a cookie. */
    public Answer getWithCookie(String path, String cookie) {
        ((CookieManager) client.cookieHandler().orElseThrow()).getCookieStore().add(base, plantedAt(path, cookie));
        return get(path);
    }

    /** Sends a form, with the token of the page that was seen last. */
    public Answer post(String path, Map<String, String> fields) {
        if (token.isEmpty()) {
            get("/login");
        }
        return send(path, encoded(fields) + "&_csrf=" + encoded(token));
    }

    /** Sends a form, and once more where it is asked whether to do so. */
    public Answer postAgreeing(String path, Map<String, String> fields) {
        Map<String, String> agreed = new HashMap<>(fields);
        Answer question = post(path, fields);
        Matcher asked = CONFIRMED.matcher(question.body());
        if (!asked.find()) {
            return question;
        }
        agreed.put("confirmed", asked.group(1));
        return post(path, agreed);
    }

    /** Sends a form in which a field may be there several times, encoded already. */
    public Answer post(String path, String form) {
        return send(path, form + "&_csrf=" + encoded(token));
    }

    /** Sends a form with a file, with the token of the page that was seen last. */
    public Answer postFile(String path, Map<String, String> fields, String name, byte[] file) {
        if (token.isEmpty()) {
            get("/login");
        }
        String boundary = "grenze";
        StringBuilder before = new StringBuilder();
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token);
        all.forEach((field, value) -> before.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\n" + value + "\r\n"));
        before.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                + "\"; filename=\"liste.csv\"\r\nContent-Type: text/csv\r\n\r\n");
        return remembered(ApiCaller.send(
                client,
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(before.toString()),
                                BodyPublishers.ofByteArray(file),
                                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build()));
    }

    public Answer postWithoutToken(String path, Map<String, String> fields) {
        return send(path, encoded(fields));
    }

    /** The page that an answer leads to. */
    public Answer follow(Answer redirect) {
        URI page = base.resolve(redirect.header("Location"));
        return get(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
    }

    private static HttpClient newClient() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static HttpCookie plantedAt(String path, String text) {
        HttpCookie cookie = HttpCookie.parse(text).getFirst();
        cookie.setPath(path);
        cookie.setVersion(0);
        return cookie;
    }

    private Answer send(String path, String form) {
        return remembered(ApiCaller.send(
                client,
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build()));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(Duration.ofMinutes(1))
                .header("Accept", "text/html")
                .header("Accept-Language", language);
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private Answer remembered(Answer answer) {
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }
}
