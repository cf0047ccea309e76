package de.postlotse.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The days on which zones are to be looked at again: one a zone. */
@Component
class SecondLooks {

    private final JdbcClient store;
    private final Clock clock;
    private final ZoneId timeZone;

    SecondLooks(JdbcClient store, Clock clock, @Value("${postlotse.time-zone:Europe/Berlin}") ZoneId timeZone) {
        this.store = store;
        this.clock = clock;
        this.timeZone = timeZone;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), timeZone);
    }

    /**
     * Sets the day; without one, a day that has come is over, and one that is still to come stays.
     *
     * @return whether no second look is due after this
     */
    boolean set(long zoneId, @Nullable LocalDate day) {
        if (day == null) {
            store.sql("delete from second_look where zone_id = ? and due_on <= ?")
                    .params(zoneId, today())
                    .update();
            return true;
        }
        int there = store.sql("update second_look set due_on = ? where zone_id = ?")
                .params(day, zoneId)
                .update();
        if (there == 0) {
            store.sql("insert into second_look (zone_id, due_on) values (?, ?)")
                    .params(zoneId, day)
                    .update();
        }
        return day.isAfter(today());
    }
}
