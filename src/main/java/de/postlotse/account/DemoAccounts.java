package de.postlotse.account;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The accounts of the embedded default; they exist nowhere else. */
@Component
@ConditionalOnEmbeddedStore
class DemoAccounts implements InitializingBean {

    private static final String PASSWORD = "postlotse";

    private final Accounts accounts;

    DemoAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    /** Before anybody can try to log in. */
    @Override
    public void afterPropertiesSet() {
        accounts.createCustomer("kunde1", PASSWORD, "10001");
        accounts.createCustomer("kunde2", PASSWORD, "10002");
        accounts.createStaff("support", PASSWORD, Role.SUPPORT);
        accounts.createStaff("admin", PASSWORD, Role.ADMIN);
    }
}
