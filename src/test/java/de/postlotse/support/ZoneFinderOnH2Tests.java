package de.postlotse.support;

import de.postlotse.WholeApplication;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class ZoneFinderOnH2Tests extends ZoneFinderContract {

    ZoneFinderOnH2Tests(ZoneFinder finder, Zones zones, JdbcClient store) {
        super(finder, zones, store);
    }
}
