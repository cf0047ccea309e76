package de.postlotse.zone;

import de.postlotse.WholeApplicationOnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class HealthRoundsOnPostgresTests extends HealthRoundsContract {

    HealthRoundsOnPostgresTests(MailHealth health, Zones zones, JdbcClient database) {
        super(health, zones, database);
    }
}
