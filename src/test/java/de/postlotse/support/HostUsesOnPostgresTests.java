package de.postlotse.support;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class HostUsesOnPostgresTests extends HostUsesContract {

    HostUsesOnPostgresTests(HostUses uses, Zones zones, JdbcClient store) {
        super(uses, zones, store);
    }
}
