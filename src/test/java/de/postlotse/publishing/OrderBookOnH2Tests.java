package de.postlotse.publishing;

import de.postlotse.WholeApplication;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class OrderBookOnH2Tests extends OrderBookContract {

    OrderBookOnH2Tests(
            Zones zones,
            JdbcClient store,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transaction,
            Couriers couriers) {
        super(zones, store, batches, transaction, couriers);
    }
}
