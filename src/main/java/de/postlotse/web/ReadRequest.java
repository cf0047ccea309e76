package de.postlotse.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose body was read already; the fields of a form are its parameters, after those of the address. */
final class ReadRequest extends HttpServletRequestWrapper {

    private static final int MOST_FIELDS = 1_000;

    private final byte[] body;
    private final Map<String, String[]> parameters;

    private ReadRequest(HttpServletRequest request, byte[] body, Map<String, String[]> parameters) {
        super(request);
        this.body = body;
        this.parameters = parameters;
    }

    /** Empty where the form cannot be read. */
    static Optional<ReadRequest> of(HttpServletRequest request, byte[] body) {
        Map<String, String[]> parameters = new LinkedHashMap<>(request.getParameterMap());
        boolean form = String.valueOf(request.getContentType())
                .regionMatches(true, 0, MediaType.APPLICATION_FORM_URLENCODED_VALUE, 0, 33);
        if (form) {
            String[] fields = new String(body, StandardCharsets.UTF_8).split("&", MOST_FIELDS + 1);
            if (fields.length > MOST_FIELDS) {
                return Optional.empty();
            }
            try {
                Arrays.stream(fields).filter(field -> !field.isEmpty()).forEach(field -> add(field, parameters));
            } catch (IllegalArgumentException wrongEscape) {
                return Optional.empty();
            }
        }
        return Optional.of(new ReadRequest(request, body, parameters));
    }

    private static void add(String field, Map<String, String[]> parameters) {
        int equals = field.indexOf('=');
        String name = decoded(equals < 0 ? field : field.substring(0, equals));
        String[] value = {equals < 0 ? "" : decoded(field.substring(equals + 1))};
        parameters.merge(
                name,
                value,
                (before, added) ->
                        Stream.concat(Stream.of(before), Stream.of(added)).toArray(String[]::new));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values.clone();
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(body), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        return new ServletInputStream() {

            @Override
            public int read() {
                return in.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return in.read(buffer, offset, length);
            }

            @Override
            public boolean isFinished() {
                return in.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body was read already");
            }
        };
    }
}
