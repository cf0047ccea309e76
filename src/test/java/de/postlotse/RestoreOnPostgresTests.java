package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class RestoreOnPostgresTests extends RestoreContract {

    RestoreOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
