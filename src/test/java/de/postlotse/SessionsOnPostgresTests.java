package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@WholeApplicationOnPostgres
class SessionsOnPostgresTests extends SessionContract {

    SessionsOnPostgresTests(RunningPostlotse postlotse, JdbcClient store, JdbcIndexedSessionRepository sessions) {
        super(postlotse, store, sessions);
    }
}
