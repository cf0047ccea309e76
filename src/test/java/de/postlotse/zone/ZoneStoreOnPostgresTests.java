package de.postlotse.zone;

import de.postlotse.WholeApplicationOnPostgres;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplicationOnPostgres
class ZoneStoreOnPostgresTests extends ZoneStoreContract {

    ZoneStoreOnPostgresTests(
            Zones zones,
            History history,
            ZoneWriter writer,
            JdbcClient store,
            JdbcOperations connections,
            TransactionOperations transaction) {
        super(zones, history, writer, store, connections, transaction);
    }
}
