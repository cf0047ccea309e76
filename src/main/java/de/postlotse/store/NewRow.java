package de.postlotse.store;

import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;

/** Puts rows into the store that are numbered by it. */
public final class NewRow {

    private NewRow() {}

    /**
     * Carries out a statement that inserts one row.
     *
     * @return the number in its column {@code id}
     */
    public static long insert(JdbcClient.StatementSpec statement) {
        KeyHolder key = new GeneratedKeyHolder();
        statement.update(key, "id");
        return Objects.requireNonNull(key.getKey()).longValue();
    }
}
