package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The same with PostgreSQL as the store. */
@WholeApplicationOnPostgres
class ConcurrencyOnPostgresTests extends ConcurrencyTests {

    ConcurrencyOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
