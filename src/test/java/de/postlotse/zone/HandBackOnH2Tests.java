package de.postlotse.zone;

import de.postlotse.WholeApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class HandBackOnH2Tests extends HandBackContract {

    HandBackOnH2Tests(HandBack handBack, Zones zones, History history, ZoneWriter writer, JdbcClient store) {
        super(handBack, zones, history, writer, store);
    }
}
