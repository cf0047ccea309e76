package de.postlotse.account;

import de.postlotse.store.StorableText;
import java.util.Locale;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks user name and password, form and API alike, unless there were too many failures before. */
@Component
class ThrottledLogin extends DaoAuthenticationProvider {

    private final LoginGate gate;
    private final RememberedLogins remembered;
    private final Accounts accounts;
    private final LoginOutcomes outcomes;

    ThrottledLogin(
            Accounts accounts,
            PasswordEncoder passwords,
            LoginGate gate,
            RememberedLogins remembered,
            LoginOutcomes outcomes) {
        super(accounts);
        setPasswordEncoder(passwords);
        this.accounts = accounts;
        this.gate = gate;
        this.remembered = remembered;
        this.outcomes = outcomes;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String username = StorableText.of(attempt.getName()).toLowerCase(Locale.ROOT);
        String password = String.valueOf(attempt.getCredentials());
        String address = NetworkAddress.of(
                attempt.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null);
        UsernamePasswordAuthenticationToken cleaned =
                UsernamePasswordAuthenticationToken.unauthenticated(username, password);
        cleaned.setDetails(attempt.getDetails());
        if (remembered.mayKnow(username, address)
                && accounts.find(username).orElse(null) instanceof UserDetails account
                && remembered.knows(username, address, password, String.valueOf(account.getPassword()))) {
            outcomes.remembered();
            return createSuccessAuthentication(account, cleaned, account);
        }
        return outcomes.of(
                username,
                address,
                () -> gate.attempt(
                        Authentication.class,
                        username,
                        address,
                        password,
                        () -> check(cleaned, username, address, password)));
    }

    private Authentication check(Authentication attempt, String username, String address, String password) {
        try {
            Authentication success = super.authenticate(attempt);
            if (success.getPrincipal() instanceof UserDetails account) {
                remembered.keep(username, address, password, String.valueOf(account.getPassword()));
            }
            return success;
        } catch (InternalAuthenticationServiceException e) {
            throw e.getCause() instanceof RuntimeException unanswered ? unanswered : e; // the account is not at fault
        }
    }
}
