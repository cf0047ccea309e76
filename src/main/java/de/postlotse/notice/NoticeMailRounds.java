package de.postlotse.notice;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for notices to be mailed; one node at a time, and nothing at all where no mail server is configured. */
@Configuration
@ConditionalOnProperty("spring.mail.host")
class NoticeMailRounds {

    @Bean
    RecurringTask<Void> noticeMailRound(NoticeMailing mailing, NoticeProperties properties) {
        return Tasks.recurring("mail-notices", FixedDelay.of(properties.mailEvery()))
                .execute((instance, context) ->
                        mailing.round(() -> context.getSchedulerState().isShuttingDown()));
    }
}
