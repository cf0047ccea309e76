package de.postlotse.account;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Creates the first admin of an installation from two properties; without effect once there is an admin. */
@Component
class FirstAdmin implements InitializingBean {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final Passwords passwords;
    private final Properties properties;

    FirstAdmin(Accounts accounts, Passwords passwords, Properties properties) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.properties = properties;
    }

    @Override
    public void afterPropertiesSet() {
        String username = properties.username();
        String password = properties.password();
        if (accounts.hasAdmin()) {
            return;
        }
        if (username == null || password == null) {
            log.warn("Nobody can administrate: set postlotse.first-admin.username and postlotse.first-admin.password");
            return;
        }
        if (password.length() < AccountRules.SHORTEST_PASSWORD) {
            throw new IllegalStateException("postlotse.first-admin.password is shorter than "
                    + AccountRules.SHORTEST_PASSWORD + " characters; choose a longer one");
        }
        if (CommonPasswords.contain(password, username.toLowerCase(Locale.ROOT))) {
            throw new IllegalStateException(
                    "postlotse.first-admin.password is one that is guessed first; choose another one");
        }
        try {
            accounts.create(username.toLowerCase(Locale.ROOT), () -> passwords.hash(password), Role.ADMIN, null);
        } catch (DataIntegrityViolationException anotherNodeWasFaster) {
            log.info("the first admin is there already");
        }
    }

    /**
     * The first admin; needed once.
     *
     * @param username the first admin's user name; the account is created where there is no admin
     * @param password the first admin's password, at least 12 characters
     */
    @ConfigurationProperties("postlotse.first-admin")
    record Properties(@Nullable String username, @Nullable String password) {

        /** Never the password. */
        @Override
        public String toString() {
            return "first admin " + username;
        }
    }
}
