package de.postlotse.desk.replacement;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import de.postlotse.work.JobStore;
import de.postlotse.work.JobTables;
import de.postlotse.work.Jobs;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** A replacement is a job; its items are the zones that name the host. */
@Configuration
class ReplacementJob {

    @Bean
    JobStore<ReplacementItemStatus> replacementJobStore(JdbcClient store) {
        JobTables tables =
                new JobTables("replacement", "replacement_item", "replacement_id", "host_problem", "STOPPED");
        return new JobStore<>(store, tables, ReplacementItemStatus.class);
    }

    @Bean
    ReplacementWork.HostCheck hostCheck(HostNames hosts) {
        return host -> hosts.ask(host).join();
    }

    @Bean
    Jobs<ReplacementItemStatus> replacementJobs(
            ReplacementWork kind,
            JobStore<ReplacementItemStatus> store,
            ObjectProvider<Scheduler> scheduler,
            TransactionOperations transaction,
            Clock clock) {
        return new Jobs<>(kind, store, scheduler, transaction, clock);
    }

    @Bean
    CustomTask<Void> replaceHost(Jobs<ReplacementItemStatus> jobs) {
        return jobs.task();
    }
}
