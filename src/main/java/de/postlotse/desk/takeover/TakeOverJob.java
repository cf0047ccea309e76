package de.postlotse.desk.takeover;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import de.postlotse.work.JobStore;
import de.postlotse.work.JobTables;
import de.postlotse.work.Jobs;
import de.postlotse.work.Purge;
import de.postlotse.work.Retention;
import de.postlotse.work.Round;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A list is a job; its items are the zones. */
@Configuration
class TakeOverJob {

    @Bean
    JobStore<TakeOverItemStatus> takeOverJobStore(JdbcClient store) {
        JobTables tables = new JobTables("take_over_list", "take_over_item", "list_id", "waits_for", "PAUSED");
        return new JobStore<>(store, tables, TakeOverItemStatus.class);
    }

    @Bean
    Jobs<TakeOverItemStatus> takeOverJobs(
            TakeOverWork kind,
            JobStore<TakeOverItemStatus> store,
            ObjectProvider<Scheduler> scheduler,
            TransactionOperations transaction,
            Clock clock) {
        return new Jobs<>(kind, store, scheduler, transaction, clock);
    }

    @Bean
    Round takeOverPurgeRound(JobStore<TakeOverItemStatus> store, Retention retention, Clock clock) {
        return Purge.round(
                "purge-take-over-lists", most -> store.purge(retention.begin(clock.instant()), "1 = 0", most));
    }

    @Bean
    CustomTask<Void> takeOverList(Jobs<TakeOverItemStatus> jobs) {
        return jobs.task();
    }
}
