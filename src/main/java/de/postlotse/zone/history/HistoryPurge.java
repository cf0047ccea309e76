package de.postlotse.zone.history;

import de.postlotse.work.Purge;
import de.postlotse.work.Retention;
import de.postlotse.work.Round;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps the newest changes of each zone, so many that nobody misses the others: whoever changes a zone over and over
 * must not fill the store. The log has all of them.
 */
@Configuration
class HistoryPurge {

    private final JdbcClient store;
    private final int kept;

    HistoryPurge(JdbcClient store, Retention retention) {
        this.store = store;
        this.kept = retention.historyLines();
    }

    @Bean
    Round historyPurgeRound() {
        return Purge.round("purge-history", this::purge);
    }

    /** Each change raises the version by one, and the oldest go first, so that those that stay have no gap. */
    int purge(int most) {
        return store.sql("""
                        delete from zone_change where id in (
                            select c.id from zone z join zone_change c on c.zone_id = z.id
                            where z.version > :kept and c.version <= z.version - :kept
                            order by c.zone_id, c.version fetch first :most rows only)""").param("kept", kept).param("most", most).update();
    }
}
