package de.postlotse.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A log-in that was not even looked at: neither right nor wrong. */
public class LoginRefusedException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final boolean paused;
    private final Duration wait;

    private LoginRefusedException(String message, boolean paused, Duration wait) {
        super(message);
        this.paused = paused;
        this.wait = wait;
    }

    static LoginRefusedException paused(Duration wait) {
        return new LoginRefusedException("too many failed log-ins", true, wait);
    }

    static LoginRefusedException busy() {
        return new LoginRefusedException("too many log-ins at the same time", false, Duration.ofSeconds(2));
    }

    /** Whether it is for failures of the same person or address, and not for everybody's log-ins at this moment. */
    public boolean isPaused() {
        return paused;
    }

    /** Whole seconds until a further attempt may be looked at, at least one. */
    public long retryAfterSeconds() {
        return Math.max(1, wait.plusMillis(999).toSeconds());
    }
}
