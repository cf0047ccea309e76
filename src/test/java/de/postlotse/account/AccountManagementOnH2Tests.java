package de.postlotse.account;

import de.postlotse.WholeApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class AccountManagementOnH2Tests extends AccountManagementContract {

    AccountManagementOnH2Tests(
            AccountManagement management,
            OwnPassword ownPassword,
            Accounts accounts,
            ApiTokens tokens,
            Passwords passwords,
            JdbcClient store) {
        super(management, ownPassword, accounts, tokens, passwords, store);
    }
}
