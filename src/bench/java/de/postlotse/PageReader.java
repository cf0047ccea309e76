package de.postlotse;

import de.postlotse.testing.Visitor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody with a browser, on a connection that stays open; costs next to nothing itself, as it shares the
 * processors with what it measures.
 */
final class PageReader implements AutoCloseable {

    private static final int BUFFER = 65_536;
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Socket socket;
    private InputStream in;

    PageReader(URI base) {
        this.base = base;
        try {
            socket = new Socket(base.getHost(), base.getPort());
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a browser does when the server has closed the connection, which it does after some pages. */
    private void connectAgain() {
        try {
            socket.close();
            socket = new Socket(base.getHost(), base.getPort());
            in = new BufferedInputStream(socket.getInputStream(), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page as it came. */
    record Page(int status, String body) {}

    PageReader logIn(String username, String password) {
        Matcher token = TOKEN.matcher(get("/login").body());
        if (!token.find()) {
            throw new IllegalStateException("no form to log in");
        }
        String form = Visitor.encoded(Map.of("username", username, "password", password, "_csrf", token.group(1)));
        Page answer = send(
                "POST /login HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                        + form.length() + "\r\n",
                form);
        if (answer.status() != 302
                || Stream.of("/support/zones", "/domains")
                        .noneMatch(page -> get(page).status() == 200)) {
            throw new IllegalStateException("cannot log in: " + answer);
        }
        return this;
    }

    /** Once more where the server had closed the connection meanwhile, as nothing came over it for a while. */
    Page get(String path) {
        String head = "GET " + path + " HTTP/1.1\r\n";
        try {
            return send(head, "");
        } catch (UncheckedIOException closed) {
            connectAgain();
            return send(head, "");
        }
    }

    private Page send(String head, String body) {
        String cookie = cookies.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
        String request = head + "Host: " + base.getAuthority()
                + "\r\nAccept: text/html\r\nAccept-Language: de\r\nCookie: " + cookie + "\r\n\r\n" + body;
        try {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page read() throws IOException {
        int status = Integer.parseInt(line().split(" ")[1]);
        int length = 0;
        boolean chunked = false;
        boolean last = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String[] field = header.split(": *", 2);
            switch (field[0].toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(field[1]);
                case "transfer-encoding" -> chunked = true;
                case "connection" -> last = field[1].equals("close");
                case "set-cookie" -> keep(field[1]);
                default -> {}
            }
        }
        Page page = new Page(status, chunked ? chunks() : text(length));
        if (last) {
            connectAgain();
        }
        return page;
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("connection closed");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
