package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class ApprovalsOnPostgresTests extends ApprovalsContract {

    ApprovalsOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
