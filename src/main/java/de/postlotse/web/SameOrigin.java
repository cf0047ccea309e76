package de.postlotse.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what the page of another site sends, a neighbouring subdomain's included. Browsers say where a request comes
 * from, in {@code Sec-Fetch-Site} or {@code Origin}; programs send neither and are let through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SameOrigin extends OncePerRequestFilter {

    private static final Set<String> WITHOUT_EFFECT = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** "none": somebody has typed the address or used a bookmark. */
    private static final Set<String> OUR_SITE = Set.of("same-origin", "none");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return WITHOUT_EFFECT.contains(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForeign(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return site != null && !OUR_SITE.contains(site) || origin != null && !isOurs(origin, request);
    }

    /** The scheme may be another one, as a proxy may end TLS. */
    private static boolean isOurs(String origin, HttpServletRequest request) {
        int host = origin.indexOf("://");
        String asked = request.getHeader(HttpHeaders.HOST);
        return host > 0 && withoutUsualPort(origin.substring(host + 3)).equalsIgnoreCase(withoutUsualPort(asked));
    }

    private static String withoutUsualPort(@Nullable String authority) {
        return authority == null ? "" : authority.replaceFirst(":(80|443)$", "");
    }
}
