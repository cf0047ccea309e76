package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class ChangesOnPostgresTests extends ChangesContract {

    ChangesOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
