package de.postlotse.desk.replacement;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import de.postlotse.work.JobStore;
import de.postlotse.work.JobTables;
import de.postlotse.work.Jobs;
import de.postlotse.work.Purge;
import de.postlotse.work.Retention;
import de.postlotse.work.Round;
import java.time.Clock;
import java.time.Instant;
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

    /** An undo goes before what it has undone. */
    @Bean
    Round replacementPurgeRound(JobStore<ReplacementItemStatus> store, Retention retention, Clock clock) {
        return Purge.round("purge-replacements", most -> purge(store, retention.begin(clock.instant()), most));
    }

    static int purge(JobStore<ReplacementItemStatus> store, Instant before, int most) {
        return store.purge(before, "exists (select 1 from replacement u where u.undo_of = j.id)", most);
    }

    @Bean
    CustomTask<Void> replaceHost(Jobs<ReplacementItemStatus> jobs) {
        return jobs.task();
    }
}
