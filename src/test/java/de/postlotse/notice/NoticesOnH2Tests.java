package de.postlotse.notice;

import de.postlotse.WholeApplication;
import de.postlotse.zone.HandBack;
import de.postlotse.zone.Zones;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class NoticesOnH2Tests extends NoticesContract {

    NoticesOnH2Tests(
            Notices notices,
            Zones zones,
            HandBack handBack,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        super(notices, zones, handBack, events, transaction);
    }
}
