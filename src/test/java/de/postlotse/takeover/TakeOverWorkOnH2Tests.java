package de.postlotse.takeover;

import de.postlotse.WholeApplication;
import de.postlotse.publishing.TakeOver;
import de.postlotse.zone.History;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class TakeOverWorkOnH2Tests extends TakeOverWorkContract {

    TakeOverWorkOnH2Tests(
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
