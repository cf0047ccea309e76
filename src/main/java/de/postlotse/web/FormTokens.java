package de.postlotse.web;

import de.postlotse.account.Seal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.stereotype.Component;

/**
 * What a form has to carry to be ours. It is bound to the session and whose it is, so that a cookie which a neighbouring
 * site has planted is worth nothing, and takes no room in it. Whoever has no session yet gets a cookie for an hour to bind it to; there it
 * is the origin of the request that protects, see {@link SameOrigin}.
 */
@Component
class FormTokens implements CsrfTokenRepository {

    static final String PARAMETER = "_csrf";

    private static final String OF_SESSION = "form of a session";
    private static final String OF_VISITOR = "form of a visitor";
    private static final String OF_USER = "form of an account";
    private static final char PARTS_AT = '.';
    private static final String VISITOR = FormTokens.class.getName();

    private final Seal seal;
    private final SealedCookie visitors;

    FormTokens(Seal seal, SealedCookies cookies) {
        this.seal = seal;
        this.visitors = cookies.named("postlotse-form");
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            return ofSession(session.getId(), username());
        }
        String visitor = UUID.randomUUID().toString();
        request.setAttribute(VISITOR, visitor);
        return ofVisitor(visitor);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        if (token == null) {
            visitors.remove(request, response);
        } else if (request.getSession(false) == null && request.getAttribute(VISITOR) instanceof String visitor) {
            visitors.set(visitor, request, response);
        }
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            return ofSession(session.getId(), username());
        }
        Optional<String> visitor = visitors.read(request);
        return visitor.map(this::ofVisitor).orElse(null);
    }

    /** The token that a request carries, whoever it was made for; empty where it carries none. */
    Optional<String> carriedBy(HttpServletRequest request) {
        return Optional.ofNullable(
                new XorCsrfTokenRequestAttributeHandler().resolveCsrfTokenValue(request, ofVisitor("anybody")));
    }

    /** Whether a form was made for somebody in a session, which may have ended since. */
    boolean isOf(String sessionId, String username, String carried) {
        return same(carried, ofSession(sessionId, username).getToken());
    }

    /** Whether a form was made for somebody, in whichever session. */
    boolean isOf(String username, String carried) {
        return same(carried.substring(carried.indexOf(PARTS_AT) + 1), seal.mark(OF_USER, username));
    }

    private static boolean same(String carried, String ours) {
        return MessageDigest.isEqual(carried.getBytes(StandardCharsets.UTF_8), ours.getBytes(StandardCharsets.UTF_8));
    }

    private CsrfToken ofSession(String sessionId, String username) {
        return token(seal.mark(OF_SESSION, sessionId + '\n' + username), username);
    }

    private CsrfToken ofVisitor(String visitor) {
        return token(seal.mark(OF_VISITOR, visitor), "");
    }

    private CsrfToken token(String mark, String username) {
        return new DefaultCsrfToken("X-CSRF-TOKEN", PARAMETER, mark + PARTS_AT + seal.mark(OF_USER, username));
    }

    private static String username() {
        Authentication login = SecurityContextHolder.getContext().getAuthentication();
        return login == null || login instanceof AnonymousAuthenticationToken ? "" : login.getName();
    }
}
