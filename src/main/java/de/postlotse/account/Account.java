package de.postlotse.account;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/** Somebody who can log in. */
@Entity
class Account {

    @Id
    private String username;

    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    private @Nullable String customer;

    protected Account() {}

    static Account ofCustomer(String username, String passwordHash, String customer) {
        Account account = new Account();
        account.username = username;
        account.passwordHash = passwordHash;
        account.role = Role.CUSTOMER;
        account.customer = customer;
        return account;
    }

    static Account ofStaff(String username, String passwordHash, Role role) {
        if (!role.isStaff()) {
            throw new IllegalArgumentException("not a role of staff: " + role);
        }
        Account account = new Account();
        account.username = username;
        account.passwordHash = passwordHash;
        account.role = role;
        return account;
    }

    Login login() {
        return new Login(username, passwordHash, role, customer);
    }
}
