package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class RestoreOnH2Tests extends RestoreContract {

    RestoreOnH2Tests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
