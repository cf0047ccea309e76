package de.postlotse.notice;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.Zones;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplicationOnPostgres
class NoticesOnPostgresTests extends NoticesContract {

    NoticesOnPostgresTests(
            Notices notices,
            Zones zones,
            HandBack handBack,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        super(notices, zones, handBack, events, transaction);
    }
}
