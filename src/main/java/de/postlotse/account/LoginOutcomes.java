package de.postlotse.account;

import de.postlotse.account.AuditNews.Kind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.stereotype.Component;

/** Counts log-ins by what became of them, and tells of them. */
@Component
class LoginOutcomes {

    private final Map<Outcome, Counter> logins = new EnumMap<>(Outcome.class);
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    private enum Outcome {
        SUCCESS,
        WRONG,
        /** Too many wrong ones before. */
        PAUSED,
        /** Too many at the same moment. */
        BUSY,
        /** It could not be looked at. */
        FAILED
    }

    LoginOutcomes(MeterRegistry meters, Accounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
        for (Outcome outcome : Outcome.values()) {
            logins.put(
                    outcome,
                    Counter.builder("postlotse.logins")
                            .description("Log-ins by password, on pages and of the API, by what became of them")
                            .tag("outcome", outcome.name())
                            .register(meters));
        }
    }

    /** One that was right a moment ago. */
    void remembered() {
        count(Outcome.SUCCESS);
    }

    <T> T of(String username, String address, Supplier<T> login) {
        Outcome outcome = Outcome.FAILED;
        try {
            T result = login.get();
            outcome = Outcome.SUCCESS;
            tell(Kind.LOGIN, username, address);
            return result;
        } catch (LoginRefusedException refused) {
            outcome = refused.isPaused() ? Outcome.PAUSED : Outcome.BUSY;
            if (refused.isPaused()) {
                tell(Kind.LOGIN_PAUSED, known(username), address);
            }
            throw refused;
        } catch (BadCredentialsException wrong) {
            outcome = Outcome.WRONG;
            tell(Kind.LOGIN_FAILED, known(username), address);
            throw wrong;
        } finally {
            count(outcome);
        }
    }

    private void count(Outcome outcome) {
        Objects.requireNonNull(logins.get(outcome)).increment();
    }

    private void tell(Kind kind, String username, String address) {
        events.publishEvent(new AuditNews(kind, username, "", address, ""));
    }

    private String known(String username) {
        return accounts.find(username).isPresent() ? username : "?";
    }
}
