package de.postlotse.zone.migration;

import de.postlotse.dns.DomainName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Notes down for the zones that are there already how people write their names. */
@Component
public class V15_2__Unicode_names extends BaseJavaMigration {

    private static final int BATCH = 1_000;

    @Override
    public void migrate(Context context) throws SQLException {
        fillIn(context.getConnection());
    }

    public static void fillIn(Connection connection) throws SQLException {
        Map<Long, String> names = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, name from zone where name like '%xn--%'")) {
            while (rows.next()) {
                long id = rows.getLong("id");
                DomainName.of(rows.getString("name")).unicodeIfOther().ifPresent(name -> names.put(id, name));
            }
        }
        try (PreparedStatement update = connection.prepareStatement("update zone set unicode_name = ? where id = ?")) {
            int waiting = 0;
            for (Map.Entry<Long, String> name : names.entrySet()) {
                update.setString(1, name.getValue());
                update.setLong(2, name.getKey());
                update.addBatch();
                if (++waiting % BATCH == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }
}
