package de.postlotse.account;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the embedded default, for tests with PostgreSQL, which has none. */
@Component
@Profile("test-accounts")
record TestAccounts(Accounts accounts, Passwords passwords) implements InitializingBean {

    @Override
    public void afterPropertiesSet() {
        new DemoAccounts(accounts, passwords).afterPropertiesSet();
    }
}
