package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class ChangesOnH2Tests extends ChangesContract {

    ChangesOnH2Tests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
