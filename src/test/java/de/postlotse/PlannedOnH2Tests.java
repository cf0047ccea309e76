package de.postlotse;

import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class PlannedOnH2Tests extends PlannedContract {

    PlannedOnH2Tests(RunningPostlotse postlotse, JdbcClient store) {
        super(postlotse, store);
    }
}
