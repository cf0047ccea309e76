package de.postlotse.work;

import static org.assertj.core.api.Assertions.assertThat;

import de.postlotse.testing.OnBothStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A clock that was ahead and is set back does not hold up the rounds. */
@OnBothStores(atRest = true)
class LateRoundsTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final JdbcClient store;
    private final LateRounds late;

    LateRoundsTests(JdbcClient store) {
        this.store = store;
        this.late = new LateRounds(
                List.of(new Round("test-round", Duration.ofHours(2), context -> {})),
                store,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void aRoundThatIsDueAfterMoreThanItsPauseIsDueNow() {
        assertThat(after(Duration.ofDays(1), false)).isEqualTo(NOW);
    }

    @Test
    void aRoundThatIsDueWithinItsPauseOrAtWorkIsLeftAlone() {
        assertThat(after(Duration.ofHours(2), false)).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(after(Duration.ofDays(1), true)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    }

    private Instant after(Duration ahead, boolean picked) {
        store.sql("delete from scheduled_tasks where task_name = 'test-round'").update();
        store.sql("insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('test-round', 'recurring', ?, ?, 1)")
                .params(NOW.plus(ahead).atOffset(ZoneOffset.UTC), picked)
                .update();
        late.pullIn();
        Instant due = store.sql("select execution_time from scheduled_tasks where task_name = 'test-round'")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .single()
                .toInstant();
        store.sql("delete from scheduled_tasks where task_name = 'test-round'").update();
        return due;
    }
}
