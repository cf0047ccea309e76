package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class AccountPagesOnH2Tests extends AccountPagesContract {

    AccountPagesOnH2Tests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
