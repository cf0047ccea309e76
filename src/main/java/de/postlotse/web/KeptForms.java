package de.postlotse.web;

import de.postlotse.account.Seal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the form that somebody sent whose session had ended, through the log-in: closed, in the log-in page itself, so
 * that the store keeps nothing for whoever is not logged in. Only the account whose form it was gets it back, as its token
 * tells. A form with a password is not kept.
 */
@Component
class KeptForms {

    /** The field of the log-in page. */
    static final String FIELD = "kept";

    private static final String USE = "form of an ended session";
    private static final Duration VALID = Duration.ofHours(1);
    private static final int LONGEST = 200_000;

    private final Seal seal;
    private final FormTokens tokens;
    private final JsonMapper json;
    private final Clock clock;

    KeptForms(Seal seal, FormTokens tokens, JsonMapper json, Clock clock) {
        this.seal = seal;
        this.tokens = tokens;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A form that was sent and not taken.
     *
     * @param action the path that it was sent to
     */
    record KeptForm(String action, Map<String, String[]> fields) {}

    private record Closed(String session, String token, Instant until, KeptForm form) {}

    /** The form of a request whose session has ended, closed; empty where there is none to keep. */
    Optional<String> keep(HttpServletRequest request) {
        String session = request.getRequestedSessionId();
        return session == null
                ? Optional.empty()
                : tokens.carriedBy(request).flatMap(token -> close(request, session, token));
    }

    /** The same for a session after that one, of the same account. */
    Optional<String> keep(HttpServletRequest request, HttpSession session, String username) {
        return tokens.carriedBy(request)
                .filter(token -> tokens.isOf(username, token))
                .flatMap(token -> Optional.ofNullable(tokens.loadToken(request)))
                .flatMap(token -> close(request, session.getId(), token.getToken()));
    }

    private Optional<String> close(HttpServletRequest request, String session, String token) {
        Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
        fields.remove(FormTokens.PARAMETER);
        if (fields.keySet().stream().anyMatch(KeptForms::isSecret)) {
            return Optional.empty();
        }
        String text = json.writeValueAsString(
                new Closed(session, token, clock.instant().plus(VALID), new KeptForm(request.getRequestURI(), fields)));
        return text.length() > LONGEST ? Optional.empty() : Optional.of(seal.close(USE, text));
    }

    /** The form, where it was made for this account. */
    Optional<KeptForm> open(String closed, String username) {
        return seal.open(USE, closed)
                .map(this::read)
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .filter(kept -> tokens.isOf(kept.session(), username, kept.token()))
                .map(Closed::form);
    }

    private Closed read(String text) {
        try {
            return json.readValue(text, Closed.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("a form that we closed cannot be read", e);
        }
    }

    private static boolean isSecret(String field) {
        return field.toLowerCase(Locale.ROOT).contains("password");
    }
}
