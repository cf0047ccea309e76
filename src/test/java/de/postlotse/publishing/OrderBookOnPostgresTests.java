package de.postlotse.publishing;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplicationOnPostgres
class OrderBookOnPostgresTests extends OrderBookContract {

    OrderBookOnPostgresTests(
            Zones zones,
            JdbcClient store,
            NamedParameterJdbcTemplate batches,
            TransactionOperations transaction,
            Couriers couriers) {
        super(zones, store, batches, transaction, couriers);
    }
}
