package de.postlotse.zone;

import de.postlotse.WholeApplication;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class ZoneStoreOnH2Tests extends ZoneStoreContract {

    ZoneStoreOnH2Tests(
            Zones zones, History history, ZoneWriter writer, JdbcClient store, TransactionOperations transaction) {
        super(zones, history, writer, store, transaction);
    }
}
