package de.postlotse.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.DataClassRowMapper;

/**
 * Reads rows into records: each component from the column of its name, with underscores. Enums are read from their names
 * or places, other types by their {@code of(String)}, times as {@link StoredTime} does.
 */
public final class RecordRows<T extends Record> extends DataClassRowMapper<T> {

    public RecordRows(Class<T> type) {
        super(type);
    }

    /** Spring looks for the name without underscores first, and pays for an exception where there is none. */
    @Override
    protected String lowerCaseName(@Nullable String name) {
        return underscoreName(name);
    }

    @Override
    protected @Nullable Object getColumnValue(ResultSet row, int index, Class<?> type) throws SQLException {
        if (type != Instant.class) {
            return super.getColumnValue(row, index, type);
        }
        OffsetDateTime time = row.getObject(index, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
