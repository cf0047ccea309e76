package de.postlotse.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Somebody who can log in. */
@Entity
public class Account {

    @Id
    private String username;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String customer;
    private @Nullable String email;
    private @Nullable String language;

    /** Whether its owner wants to hear of broken domains by mail. */
    private boolean healthMail;

    protected Account() {}

    /** Exactly customers have a customer number. */
    public static Account of(String username, String passwordHash, Role role, @Nullable String customer) {
        Account account = new Account();
        account.username = username;
        account.passwordHash = passwordHash;
        account.become(role, customer);
        return account;
    }

    void become(Role newRole, @Nullable String newCustomer) {
        if (newRole.isStaff() != (newCustomer == null)) {
            throw new IllegalArgumentException("a customer has a customer number, staff have none: " + username);
        }
        role = newRole;
        customer = newCustomer;
    }

    boolean hasPassword(String hash) {
        return passwordHash.equals(hash);
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    boolean hasRights(Role otherRole, @Nullable String otherCustomer) {
        return role == otherRole && Objects.equals(customer, otherCustomer);
    }

    /** @param newEmail null where the account is to have none */
    void changeEmail(@Nullable String newEmail) {
        email = newEmail;
    }

    void writeIn(Correspondent.Language wanted) {
        language = wanted.tag();
    }

    void mailHealth(boolean wanted) {
        healthMail = wanted;
    }

    AccountLine line() {
        return new AccountLine(username, role, customer, email);
    }

    /** To be told of something before it changes. */
    public AccountNews news(AccountNews.Kind kind) {
        return new AccountNews(username, email, Correspondent.Language.of(language), kind);
    }

    Correspondent correspondent() {
        return new Correspondent(username, customer, email, Correspondent.Language.of(language), healthMail);
    }

    public Login login() {
        return new Login(username, passwordHash, role, customer);
    }
}
