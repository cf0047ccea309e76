package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class ApprovalsOnH2Tests extends ApprovalsContract {

    ApprovalsOnH2Tests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
