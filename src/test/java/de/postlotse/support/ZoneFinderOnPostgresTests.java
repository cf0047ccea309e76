package de.postlotse.support;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplicationOnPostgres
class ZoneFinderOnPostgresTests extends ZoneFinderContract {

    ZoneFinderOnPostgresTests(ZoneFinder finder, Zones zones, JdbcClient store) {
        super(finder, zones, store);
    }
}
