package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

@WholeApplication
class SessionsOnH2Tests extends SessionContract {

    SessionsOnH2Tests(RunningPostlotse postlotse, JdbcClient store, JdbcIndexedSessionRepository sessions) {
        super(postlotse, store, sessions);
    }
}
