package de.postlotse.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What is the same for everybody is answered without a look at the session. Sessions are in the store: while that is away,
 * the page that says so has its style.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class WithoutSession extends OncePerRequestFilter {

    /** Addresses of files, and of signs of life. */
    static final String[] ADDRESSES = {"/css/**", "/fonts/**", "/js/**", "/webjars/**", "/livez", "/readyz"};

    private final RequestMatcher addresses = new OrRequestMatcher(Stream.of(ADDRESSES)
            .map(PathPatternRequestMatcher.withDefaults()::matcher)
            .toArray(RequestMatcher[]::new));

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !addresses.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Sessionless(request), response);
    }

    private static final class Sessionless extends HttpServletRequestWrapper {

        Sessionless(HttpServletRequest request) {
            super(request);
        }

        @Override
        public HttpSession getSession() {
            throw new IllegalStateException(getRequestURI() + " has no session");
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create ? getSession() : null;
        }
    }
}
