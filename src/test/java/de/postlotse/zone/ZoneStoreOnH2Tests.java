package de.postlotse.zone;

import de.postlotse.WholeApplication;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class ZoneStoreOnH2Tests extends ZoneStoreContract {

    ZoneStoreOnH2Tests(
            Zones zones,
            History history,
            ZoneWriter writer,
            JdbcClient store,
            JdbcOperations connections,
            TransactionOperations transaction) {
        super(zones, history, writer, store, connections, transaction);
    }
}
