package de.postlotse.account;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** The accounts of the embedded default; they exist nowhere else. */
@Component
@ConditionalOnEmbeddedStore
record DemoAccounts(Accounts accounts) implements InitializingBean {

    private static final String PASSWORD = "postlotse";

    /** Before anybody can try to log in. */
    @Override
    public void afterPropertiesSet() {
        accounts.create("kunde1", PASSWORD, Role.CUSTOMER, "10001");
        accounts.create("kunde2", PASSWORD, Role.CUSTOMER, "10002");
        accounts.create("support", PASSWORD, Role.SUPPORT, null);
        accounts.create("admin", PASSWORD, Role.ADMIN, null);
    }
}
