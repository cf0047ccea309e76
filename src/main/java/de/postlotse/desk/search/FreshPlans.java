package de.postlotse.desk.search;

import javax.sql.DataSource;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Has PostgreSQL plan each search for what is looked for. One plan for all texts would read a million zones for a text
 * that hardly any has, or gather 600,000 hits in an index to show the first 50.
 */
@Component
class FreshPlans {

    private final JdbcClient store;
    private final boolean postgres;

    FreshPlans(JdbcClient store, DataSource source) throws MetaDataAccessException {
        this.store = store;
        String product = JdbcUtils.extractDatabaseMetaData(source, metaData -> metaData.getDatabaseProductName());
        this.postgres = DatabaseDriver.fromProductName(product) == DatabaseDriver.POSTGRESQL;
    }

    void forThisTransaction() {
        if (postgres) {
            store.sql("select set_config('plan_cache_mode', 'force_custom_plan', true)")
                    .query(String.class)
                    .single();
        }
    }
}
