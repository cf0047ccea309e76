package de.postlotse.account;

import de.postlotse.WholeApplicationOnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class AccountManagementOnPostgresTests extends AccountManagementContract {

    AccountManagementOnPostgresTests(
            AccountManagement management,
            OwnPassword ownPassword,
            Accounts accounts,
            ApiTokens tokens,
            Passwords passwords,
            JdbcClient store) {
        super(management, ownPassword, accounts, tokens, passwords, store);
    }
}
