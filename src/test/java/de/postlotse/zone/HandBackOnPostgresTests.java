package de.postlotse.zone;

import de.postlotse.WholeApplicationOnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class HandBackOnPostgresTests extends HandBackContract {

    HandBackOnPostgresTests(HandBack handBack, Zones zones, History history, ZoneWriter writer, JdbcClient store) {
        super(handBack, zones, history, writer, store);
    }
}
