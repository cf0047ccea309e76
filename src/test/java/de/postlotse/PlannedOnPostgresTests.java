package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class PlannedOnPostgresTests extends PlannedContract {

    PlannedOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
