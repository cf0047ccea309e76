package de.postlotse.approval;

import de.postlotse.WholeApplication;
import de.postlotse.zone.Zones;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class ApprovedChangeOnH2Tests extends ApprovedChangeContract {

    ApprovedChangeOnH2Tests(
            Gate gate,
            WaitingChanges waiting,
            ApprovedChange approved,
            Zones zones,
            TransactionOperations transaction) {
        super(gate, waiting, approved, zones, transaction);
    }
}
