package de.postlotse.account;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.CredentialsContainer;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** An account as the session keeps it; without its password once that was checked. */
public final class Login implements UserDetails, CredentialsContainer {

    private static final long serialVersionUID = 1L;

    private final String username;
    private final Role role;
    private final @Nullable String customer;
    private @Nullable String passwordHash;

    Login(String username, String passwordHash, Role role, @Nullable String customer) {
        this.username = username;
        this.passwordHash = passwordHash;
        this.role = role;
        this.customer = customer;
    }

    /** Who asks, for a request from the given network address. */
    public Caller caller(String origin) {
        return new Caller(username, role, customer, origin);
    }

    @Override
    public Collection<? extends GrantedAuthority> getAuthorities() {
        return List.of(new SimpleGrantedAuthority("ROLE_" + role));
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public void eraseCredentials() {
        passwordHash = null;
    }

    /** Two logins of one account are the same user, for whoever counts sessions. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Login login && username.equals(login.username);
    }

    @Override
    public int hashCode() {
        return username.hashCode();
    }
}
