package de.postlotse.account;

import java.util.Locale;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks user name and password, form and API alike, unless there were too many failures before. */
@Component
class ThrottledLogin extends DaoAuthenticationProvider {

    private final LoginThrottle throttle;

    ThrottledLogin(Accounts accounts, PasswordEncoder passwords, LoginThrottle throttle) {
        super(accounts);
        setPasswordEncoder(passwords);
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = attempt.getName().toLowerCase(Locale.ROOT);
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "unknown";
        if (throttle.isPaused(username, address)) {
            throw new LockedException("too many failed log-ins");
        }
        try {
            Authentication success = super.authenticate(attempt);
            throttle.succeeded(username, address);
            return success;
        } catch (BadCredentialsException e) {
            throttle.failed(username, address);
            throw e;
        } catch (InternalAuthenticationServiceException e) {
            throw e.getCause() instanceof RuntimeException unanswered ? unanswered : e; // the account is not at fault
        }
    }
}
