package de.postlotse.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has files read from staff only: they are large, may take their time, and the container reads them as soon as anybody
 * asks for a field of the form, which is before it is known who sends it.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 1)
class FilesOfStaff extends OncePerRequestFilter {

    private static final Set<String> STAFF = Set.of("ROLE_SUPPORT", "ROLE_ADMIN");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BodyLimit.isMultipart(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session == null) {
            response.sendRedirect(request.getContextPath() + "/login?late");
        } else if (isOfStaff(session)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpStatus.NOT_FOUND.value());
        }
    }

    private static boolean isOfStaff(HttpSession session) {
        Object kept = session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        Authentication login = kept instanceof SecurityContext context ? context.getAuthentication() : null;
        return login != null
                && login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .anyMatch(authority -> authority != null && STAFF.contains(authority));
    }
}
