package de.postlotse.web;

import de.postlotse.account.LoginRefusedException;
import de.postlotse.api.AccessRefused;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Leads whoever is refused through the log-in, with what was typed, and on from there. */
@Component
class EndedSession extends SavedRequestAwareAuthenticationSuccessHandler
        implements AccessDeniedHandler, AuthenticationFailureHandler, AuthenticationEntryPoint {

    /** What htmx says of the requests that it makes for a part of a page. */
    static final String PART = "HX-Request";

    private static final String LOG_IN = "/login";

    private final KeptForms forms;
    private final ApplicationEventPublisher events;
    private final AuthenticationEntryPoint logInPage = new LoginUrlAuthenticationEntryPoint(LOG_IN);

    EndedSession(KeptForms forms, WishedPage wished, ApplicationEventPublisher events) {
        this.forms = forms;
        this.events = events;
        setRequestCache(wished);
    }

    /** Whose session or log-in page has ended meanwhile logs in; whoever sends a form that is none of ours may not. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (!(denied instanceof CsrfException)) {
            refuse(HttpStatus.NOT_FOUND, request, response);
        } else if (request.getParameter(FormTokens.PARAMETER) == null) {
            refuse(HttpStatus.FORBIDDEN, request, response);
        } else if (request.getHeader(PART) != null) {
            tellPart(request, response);
        } else if (request.getSession(false) instanceof HttpSession session) {
            showAgain(session, request, response);
        } else {
            logIn(request, response);
        }
    }

    /** Somebody has logged in again elsewhere in the browser: what was typed is sent again, by a click. */
    private void showAgain(HttpSession session, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        Optional<String> kept = login == null || request.getHeader(HttpHeaders.ORIGIN) == null
                ? Optional.empty()
                : forms.keep(request, session, login.getName());
        if (kept.isPresent()) {
            session.setAttribute(KeptForms.FIELD, kept.get());
            response.sendRedirect(request.getContextPath() + "/kept");
        } else {
            refuse(HttpStatus.FORBIDDEN, request, response);
        }
    }

    private void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        events.publishEvent(AccessRefused.of(request));
        response.sendError(status.value());
    }

    private void logIn(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        Optional<String> kept =
                Optional.ofNullable(request.getParameter(KeptForms.FIELD)).or(() -> forms.keep(request));
        if (kept.isPresent()) {
            showLogIn("late", kept.get(), request, response);
        } else {
            response.sendRedirect(request.getContextPath() + LOG_IN + "?late");
        }
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notLoggedIn)
            throws IOException, ServletException {
        if (request.getHeader(PART) != null) {
            tellPart(request, response);
        } else {
            logInPage.commence(request, response, notLoggedIn);
        }
    }

    /** A part of a page cannot be a log-in page: it says that a log-in is needed, and nothing typed goes. */
    private static void tellPart(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        response.setHeader("HX-Reswap", "none");
        forward("/login/part", request, response);
    }

    /** Says on the log-in page, with the name typed, whether to try again or to wait, and not which part was wrong. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        String reason =
                !(failure instanceof LoginRefusedException refused) ? "error" : refused.isPaused() ? "paused" : "busy";
        request.setAttribute("typed", request.getParameter("username"));
        showLogIn(reason, request.getParameter(KeptForms.FIELD), request, response);
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication login)
            throws IOException, ServletException {
        Optional<KeptForms.KeptForm> form = Optional.ofNullable(request.getParameter(KeptForms.FIELD))
                .flatMap(kept -> forms.open(kept, login.getName()));
        if (form.isPresent()) {
            request.getSession().setAttribute(KeptForms.FIELD, request.getParameter(KeptForms.FIELD));
            response.sendRedirect(request.getContextPath() + "/kept");
        } else {
            super.onAuthenticationSuccess(request, response, login);
        }
    }

    private static void showLogIn(
            String reason, @Nullable String kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        request.setAttribute("reason", reason);
        request.setAttribute(KeptForms.FIELD, kept);
        forward(LOG_IN, request, response);
    }

    private static void forward(String page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        HttpServletRequest read = new HttpServletRequestWrapper(request) {

            @Override
            public String getMethod() {
                return HttpMethod.GET.name();
            }
        };
        request.getRequestDispatcher(page).forward(read, response);
    }
}
