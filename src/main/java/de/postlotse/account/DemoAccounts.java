package de.postlotse.account;

import java.util.function.Supplier;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The accounts of the embedded default; they exist nowhere else. */
@Component
@ConditionalOnEmbeddedStore
record DemoAccounts(Accounts accounts, Passwords passwords) implements InitializingBean {

    private static final String PASSWORD = "postlotse";

    /** Before anybody can try to log in. */
    @Override
    public void afterPropertiesSet() {
        Supplier<String> hash = SingletonSupplier.of(() -> passwords.hash(PASSWORD));
        accounts.create("kunde1", hash, Role.CUSTOMER, "10001");
        accounts.create("kunde2", hash, Role.CUSTOMER, "10002");
        accounts.create("support", hash, Role.SUPPORT, null);
        accounts.create("admin", hash, Role.ADMIN, null);
    }
}
