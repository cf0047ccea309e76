package de.postlotse.web;

import de.postlotse.store.StoreFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells whoever asks while the store is away. Around everything, because the session is kept in the store, too: then
 * nothing is known of the request but the request.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class StoreAwayFilter extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(StoreAwayFilter.class);

    private final StoreAwayAnswer answer;

    StoreAwayFilter(StoreAwayAnswer answer) {
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            if (response.isCommitted() || !StoreFailure.isPassing(failure)) {
                throw failure;
            }
            log.warn(
                    "{} {} is answered with 503: {}",
                    request.getMethod(),
                    withoutSecret(request.getRequestURI()),
                    StoreFailure.reason(failure));
            response.resetBuffer();
            answer.write(request, response);
        }
    }

    /** The page that tells of another error may need the store, too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Whoever has the address of a report can read it. */
    private static String withoutSecret(String path) {
        return path.replaceFirst("/report/.*", "/report/…");
    }
}
