package de.postlotse.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** H2 as a kill may leave it: its counter stands before the ids of rows that are stored. */
class UsedIdsTests {

    private final JdbcDataSource database = new JdbcDataSource();
    private final JdbcClient store = JdbcClient.create(database);

    @BeforeEach
    void addThreeLists() {
        database.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        start();
        assertThat(addList()).isEqualTo(1);
        assertThat(addList()).isEqualTo(2);
        assertThat(addList()).isEqualTo(3);
    }

    @Test
    void theNextRowGetsAnIdOfItsOwnAfterTheNextStart() {
        setCounter(2);

        start();

        assertThat(addList()).isEqualTo(4);
    }

    /** An id whose row was deleted may stand in a log or in somebody's bookmark. */
    @Test
    void idsOfDeletedRowsAreNotGivenAgain() {
        setCounter(40);

        start();

        assertThat(addList()).isEqualTo(40);
    }

    private void start() {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .callbacks(new UsedIds())
                .load()
                .migrate();
    }

    private void setCounter(long next) {
        store.sql("alter table take_over_list alter column id restart with " + next)
                .update();
    }

    private long addList() {
        return NewRow.insert(store.sql("""
                        insert into take_over_list (created_by, origin, created_at, zones, state, failures)
                        values ('support', '127.0.0.1', current_timestamp, 1, 'DONE', 0)"""));
    }
}
