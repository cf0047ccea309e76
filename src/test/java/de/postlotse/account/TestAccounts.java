package de.postlotse.account;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the embedded default, for tests with PostgreSQL, which has none. */
@Component
@Profile("test-accounts")
class TestAccounts implements InitializingBean {

    private final Accounts accounts;

    TestAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void afterPropertiesSet() {
        new DemoAccounts(accounts).afterPropertiesSet();
    }
}
