package de.postlotse.support;

import de.postlotse.WholeApplication;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApplication
class HostUsesOnH2Tests extends HostUsesContract {

    HostUsesOnH2Tests(HostUses uses, Zones zones, JdbcClient store) {
        super(uses, zones, store);
    }
}
