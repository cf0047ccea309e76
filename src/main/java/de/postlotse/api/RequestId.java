package de.postlotse.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names each request, so that an operator finds the lines of the log for what somebody reads out: in the log, in a
 * header of every answer and in every answer that tells of an error. The name is ours whatever the caller sends, so that
 * nobody writes into the log with it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {

    /** Of every answer. */
    public static final String HEADER = "X-Request-Id";

    /** In the log, in problems and in the models of pages. */
    public static final String NAME = "requestId";

    private static final int OCTETS = 8;

    private final SecureRandom random = new SecureRandom();

    /** The name of the request that this thread answers; null where it answers none. */
    public static @Nullable String current() {
        return MDC.get(NAME);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = request.getAttribute(RequestId.class.getName()) instanceof String known ? known : newId();
        request.setAttribute(RequestId.class.getName(), id);
        response.setHeader(HEADER, id);
        MDC.put(NAME, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }

    /** An error page is an answer to the same request. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private String newId() {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}
