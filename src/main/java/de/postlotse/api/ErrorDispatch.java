package de.postlotse.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers with a problem where the container would show an error page: refusals of filters, and faults of ours. Before
 * the security chains, which refuse an unusual method of the request once more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class ErrorDispatch extends OncePerRequestFilter {

    private final ProblemWriter problems;

    ErrorDispatch(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                && ProblemWriter.isForApi(request, address));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        problems.write(ApiProblem.of(HttpStatusCode.valueOf(response.getStatus())), request, response);
    }
}
