package de.postlotse.takeover;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.publishing.TakeOver;
import de.postlotse.zone.History;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplicationOnPostgres
class TakeOverWorkOnPostgresTests extends TakeOverWorkContract {

    TakeOverWorkOnPostgresTests(
            TakeOverStore store,
            TakeOverLists lists,
            TakeOver takeOver,
            Zones zones,
            History history,
            TransactionOperations transaction,
            JdbcClient database) {
        super(store, lists, takeOver, zones, history, transaction, database);
    }
}
