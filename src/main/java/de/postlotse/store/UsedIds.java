package de.postlotse.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/**
 * Moves the counters of H2 that give ids to rows past the ids in use, at each start before anything is written. H2 hands
 * out an id before it has stored that it did, so that after a kill it may give the ids of the last rows once more: the
 * next insert would fail as a duplicate.
 */
@Component
class UsedIds implements Callback {

    private static final Logger log = LoggerFactory.getLogger(UsedIds.class);

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        Connection connection = context.getConnection();
        try {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                skip(connection);
            }
        } catch (SQLException e) {
            throw new FlywayException("The ids in use cannot be read", e);
        }
    }

    @Override
    public String getCallbackName() {
        return "used-ids";
    }

    private static void skip(Connection connection) {
        JdbcClient store = JdbcClient.create(new SingleConnectionDataSource(connection, true));
        store.sql("""
                        select table_name as in_table, column_name as of_column, identity_base as next
                        from information_schema.columns
                        where table_schema = current_schema and is_identity = 'YES'""")
                .query((row, number) ->
                        new Counter(row.getString("in_table"), row.getString("of_column"), row.getLong("next")))
                .list()
                .forEach(counter -> counter.skip(store));
    }

    private record Counter(String table, String column, long next) {

        void skip(JdbcClient store) {
            long highest = store.sql("select coalesce(max(\"%s\"), 0) from \"%s\"".formatted(column, table))
                    .query(Long.class)
                    .single();
            if (highest >= next) {
                store.sql("alter table \"%s\" alter column \"%s\" restart with %d"
                                .formatted(table, column, highest + 1))
                        .update();
                log.info("The ids of {} go on at {}: their counter stood at {}", table, highest + 1, next);
            }
        }
    }
}
