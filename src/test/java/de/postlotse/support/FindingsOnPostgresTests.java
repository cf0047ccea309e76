package de.postlotse.support;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.Drifts;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.Zones;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplicationOnPostgres
class FindingsOnPostgresTests extends FindingsContract {

    FindingsOnPostgresTests(
            FindingRefresh refresh,
            ReviewList list,
            Reviews reviews,
            Waivers waivers,
            Zones zones,
            Drifts drifts,
            HandBack handBack,
            JdbcClient store,
            TransactionOperations transaction,
            ApplicationEventPublisher events) {
        super(new Means(refresh, list, reviews, waivers, zones, drifts, handBack, store, transaction, events));
    }
}
