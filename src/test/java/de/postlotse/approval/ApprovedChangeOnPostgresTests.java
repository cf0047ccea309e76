package de.postlotse.approval;

import de.postlotse.WholeApplicationOnPostgres;
import de.postlotse.zone.Zones;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplicationOnPostgres
class ApprovedChangeOnPostgresTests extends ApprovedChangeContract {

    ApprovedChangeOnPostgresTests(
            Gate gate,
            WaitingChanges waiting,
            ApprovedChange approved,
            Zones zones,
            TransactionOperations transaction) {
        super(gate, waiting, approved, zones, transaction);
    }
}
