package de.postlotse.sweep;

import de.postlotse.WholeApplication;
import de.postlotse.zone.HostJudge;
import de.postlotse.zone.Zones;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@WholeApplication
class SweepOnH2Tests extends SweepContract {

    SweepOnH2Tests(
            Sweeper sweeper,
            SweepStore store,
            HostStore hosts,
            SweepPlanner planner,
            Sweeps sweeps,
            MailHosts known,
            Zones zones,
            HostJudge judge,
            TransactionOperations transaction,
            JdbcClient database) {
        super(sweeper, store, hosts, planner, sweeps, known, zones, judge, transaction, database);
    }
}
