package de.postlotse.notice;

import de.postlotse.store.StoredTime;
import de.postlotse.work.Purge;
import de.postlotse.work.Retention;
import de.postlotse.work.Round;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forgets what customers were told long ago, read or not. */
@Configuration
class NoticePurge {

    private final JdbcClient store;
    private final Retention retention;
    private final Clock clock;

    NoticePurge(JdbcClient store, Retention retention, Clock clock) {
        this.store = store;
        this.retention = retention;
        this.clock = clock;
    }

    @Bean
    Round noticePurgeRound() {
        return Purge.round("purge-notices", this::purge);
    }

    /** Looks at the oldest only, for which no index by time is needed. */
    int purge(int most) {
        return store.sql("""
                        delete from customer_notice where noticed_at < ? and id in (
                            select id from customer_notice order by id fetch first ? rows only)""")
                .params(StoredTime.of(retention.begin(clock.instant())), most)
                .update();
    }
}
