package de.postlotse.web;

import de.postlotse.api.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request before anybody else does, as far as one of its kind may be long, and as long as that may
 * take: what is longer or slower is refused, whatever it says about its length. A list to take over is a file, of which
 * the container keeps the parts and knows the limits.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 7)
class BodyLimit extends OncePerRequestFilter {

    static final int LARGEST_OF_API = 256 * 1024;
    static final int LARGEST_FORM = 2 * 1024 * 1024;
    static final Duration LONGEST = Duration.ofSeconds(20);

    private static final Duration LONGEST_REST = Duration.ofSeconds(2);

    private static final String LISTS = "/support/take-over";

    private final Clock clock;
    private final BodiesUnderWay underWay = new BodiesUnderWay();

    BodyLimit(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getContentLengthLong() == 0
                || request.getContentLengthLong() < 0 && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isMultipart(request)) {
            if (request.getRequestURI().startsWith(request.getContextPath() + LISTS)) {
                chain.doFilter(request, response);
            } else {
                response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            }
            return;
        }
        int most = ProblemWriter.isForApi(request) ? LARGEST_OF_API : LARGEST_FORM;
        if (!underWay.begin(request.getRemoteAddr())) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "5");
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        Optional<byte[]> body;
        try {
            body = read(request.getInputStream(), request.getContentLengthLong(), most);
        } catch (SocketTimeoutException slow) {
            response.sendError(HttpStatus.REQUEST_TIMEOUT.value());
            return;
        } finally {
            underWay.end(request.getRemoteAddr());
        }
        if (body.isEmpty()) {
            response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
            return;
        }
        Optional<ReadRequest> read = ReadRequest.of(request, body.get());
        if (read.isPresent()) {
            chain.doFilter(read.get(), response);
        } else {
            response.sendError(HttpStatus.BAD_REQUEST.value());
        }
    }

    /** Empty where it is longer. */
    private Optional<byte[]> read(InputStream in, long announced, int most) throws IOException {
        if (announced > most) {
            passOver(in);
            return Optional.empty();
        }
        Instant end = clock.instant().plus(LONGEST);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            body.write(buffer, 0, count);
            if (body.size() > most) {
                passOver(in);
                return Optional.empty();
            }
            if (clock.instant().isAfter(end)) {
                throw new SocketTimeoutException("the body takes too long");
            }
        }
        return Optional.of(body.toByteArray());
    }

    /** Many senders read no answer before they are done. Whoever has not sent the rest at once is not waited for. */
    private void passOver(InputStream in) {
        Instant end = clock.instant().plus(LONGEST_REST);
        byte[] buffer = new byte[8 * 1024];
        try {
            for (int passed = 0; passed < LARGEST_FORM && clock.instant().isBefore(end); ) {
                int count = in.read(buffer);
                if (count < 0) {
                    return;
                }
                passed += count;
            }
        } catch (IOException gone) {
            // The answer is the same.
        }
    }

    static boolean isMultipart(HttpServletRequest request) {
        return String.valueOf(request.getContentType())
                .regionMatches(true, 0, MediaType.MULTIPART_FORM_DATA_VALUE, 0, "multipart/".length());
    }
}
