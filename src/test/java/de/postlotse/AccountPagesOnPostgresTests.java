package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class AccountPagesOnPostgresTests extends AccountPagesContract {

    AccountPagesOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
