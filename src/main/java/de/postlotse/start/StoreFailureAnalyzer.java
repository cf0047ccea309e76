package de.postlotse.start;

import de.postlotse.store.StoreFailure;
import java.sql.SQLException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.Environment;

/** Says why the store cannot be opened, and what to do, instead of the stack traces of four libraries. */
class StoreFailureAnalyzer implements FailureAnalyzer {

    private static final String URL = "spring.datasource.url";
    private static final String LOG_IN = "Mend spring.datasource.username and spring.datasource.password.";

    /** By SQLSTATE; H2 has its own codes in the place of most. */
    private static final Map<String, Cause> CAUSES = Map.ofEntries(
            Map.entry(
                    "90020",
                    new Cause(
                            "Another process has the store open.",
                            "End the other instance, or give this one a folder of its own by postlotse.data-directory.")),
            Map.entry("90028", Cause.UNUSABLE),
            Map.entry("90031", Cause.UNUSABLE),
            Map.entry("90062", new Cause("The folder of the store cannot be made.", Cause.FILE)),
            Map.entry("90097", new Cause("The store can only be read.", Cause.FILE)),
            Map.entry("90030", new Cause("The file of the store is damaged.", Cause.BACKUP)),
            Map.entry("90048", new Cause("The file of the store was written by another version of H2.", Cause.BACKUP)),
            Map.entry("28000", new Cause("The store does not accept the log-in.", LOG_IN)),
            Map.entry("28P01", new Cause("The store does not accept the log-in.", LOG_IN)),
            Map.entry(
                    "3D000", new Cause("The database server has no such database.", "Create it, or mend " + URL + ".")),
            Map.entry(
                    "53300",
                    new Cause(
                            "The database server takes no more connections.",
                            "Raise its max_connections, or lower spring.datasource.hikari.maximum-pool-size.")),
            Map.entry("57P03", Cause.AWAY),
            Map.entry("08001", Cause.AWAY),
            Map.entry("08004", Cause.AWAY),
            Map.entry("08006", Cause.AWAY));

    private record Cause(String description, String action) {

        static final Cause UNUSABLE = new Cause("The file of the store cannot be read or written.", Cause.FILE);
        static final Cause AWAY = new Cause(
                "The database server does not answer.", "Start it, or mend the host and port in " + URL + ".");
        static final String FILE =
                "Make the folder that postlotse.data-directory names writable for this user, and see that its disk has space.";
        static final String BACKUP =
                "Put a backup of postlotse.mv.db into the folder that postlotse.data-directory names. The damaged file is kept as it is.";
    }

    private final Environment environment;

    StoreFailureAnalyzer(Environment environment) {
        this.environment = environment;
    }

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .flatMap(StoreFailureAnalyzer::causeOf)
                .findFirst()
                .map(cause -> new FailureAnalysis(cause.description() + where(), cause.action(), failure))
                .orElse(null);
    }

    private static Stream<Cause> causeOf(Throwable failure) {
        return StoreFailure.isUnwritable(failure)
                ? Stream.of(Cause.UNUSABLE)
                : failure instanceof SQLException sql && sql.getSQLState() != null
                        ? Stream.ofNullable(CAUSES.get(sql.getSQLState()))
                        : Stream.of();
    }

    /** The address of the store has no password: that is a property of its own. */
    private String where() {
        String url = environment.getProperty(URL, "");
        return url.isEmpty() ? "" : " " + URL + " is " + url.replaceFirst("[?;].*", "");
    }
}
