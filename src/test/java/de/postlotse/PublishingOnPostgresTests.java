package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The same with PostgreSQL as the store. */
@WholeApplicationOnPostgres
class PublishingOnPostgresTests extends PublishingTests {

    PublishingOnPostgresTests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
