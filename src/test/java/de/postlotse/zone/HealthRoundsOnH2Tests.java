package de.postlotse.zone;

import de.postlotse.WholeApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class HealthRoundsOnH2Tests extends HealthRoundsContract {

    HealthRoundsOnH2Tests(MailHealth health, Zones zones, JdbcClient database) {
        super(health, zones, database);
    }
}
