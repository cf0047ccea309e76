package de.postlotse.zone;

import de.postlotse.WholeApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class HandBackOnH2Tests extends HandBackContract {

    HandBackOnH2Tests(HandBack handBack, Zones zones, ZoneWriter writer, JdbcClient store) {
        super(handBack, zones, writer, store);
    }
}
