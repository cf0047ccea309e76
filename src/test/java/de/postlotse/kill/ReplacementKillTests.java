package de.postlotse.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.PostlotseProcess;
import de.postlotse.testing.TestZones;
import de.postlotse.testing.Visitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * The process is killed while it replaces a host. With {@code -Dtests.replace.zones=10000} in as many zones as an
 * operator may have; the system's output says how long that took.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class ReplacementKillTests {

    private static final int ZONES = Integer.getInteger("tests.replace.zones", 600);
    private static final Duration LONG = Duration.ofSeconds(60 + ZONES / 10);
    private static final String OLD = "alt.hoster.example";
    private static final String NEW = "mx1.hoster.example";
    private static final String PAGE = "/support/replace/1";
    private static final Pattern TRIED = Pattern.compile("([\\d.]+) von [\\d.]+ Domains bearbeitet");
    private static final Pattern REPLACED = Pattern.compile("Ersetzt</dt><dd>([\\d.]+)</dd>");
    private static final Pattern LEFT = Pattern.compile("Noch nicht bearbeitet</dt><dd>([\\d.]+)</dd>");
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @AutoClose
    private final StartedProcesses processes = new StartedProcesses();

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasKilledAndChangesEachZoneOnce() throws SQLException {
        TestZones.write(folder.resolve("masters"), ZONES, OLD + ".");
        PostlotseProcess first = processes.ready(folder);
        Visitor support = first.visitor("support");
        takeOver(support);

        Instant start = Instant.now();
        replace(support);
        int tried = await().atMost(LONG)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> figure(support, TRIED), figure -> figure >= ZONES / 10);
        if (ZONES > 5_000) {
            tried = await().atMost(LONG).until(() -> figure(support, TRIED), figure -> figure >= ZONES / 2);
        }
        first.kill();
        say("killed after %s at %d of %d zones", Duration.between(start, Instant.now()), tried, ZONES);
        assertThat(tried).isLessThan(ZONES);

        PostlotseProcess second = processes.ready(folder);
        Visitor again = second.visitor("support");
        Instant restart = Instant.now();
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(again.get(PAGE).body()).contains("data-state=\"DONE\""));
        say("the rest took %s", Duration.between(restart, Instant.now()));
        assertThat(figure(again, REPLACED))
                .as(() -> withoutTags(again.get(PAGE).body()) + second.complaints())
                .isEqualTo(ZONES);
        assertThat(figure(again, LEFT)).isZero();
        second.kill();
        assertThat(figures("""
                        select count(*), count(distinct zone_id), min(version), max(version) from zone_change
                        where kind = 'HOST_REPLACED'""")).containsExactly(ZONES, ZONES, 2, 2);
        assertThat(figures("select count(*) from zone_change where version > 2"))
                .containsExactly(0);
        assertThat(figures("select count(*) from mx_record where target = '" + OLD + "'"))
                .containsExactly(0);
        assertThat(figures("select count(*) from replacement_item where status = 'DONE'"))
                .containsExactly(ZONES);
    }

    private static void takeOver(Visitor support) {
        String list = IntStream.rangeClosed(1, ZONES)
                .mapToObj(number -> TestZones.name(number) + ";10001")
                .collect(Collectors.joining("\n"));
        support.post("/support/take-over", Map.of("text", list)).expect(302);
        await().atMost(LONG)
                .until(() -> support.get("/support/take-over/1").body().contains("data-state=\"DONE\""));
    }

    private static void replace(Visitor support) {
        Instant start = Instant.now();
        String page = support.get("/support/replace?old=" + OLD + "&new=" + NEW).body();
        say("the dry run took %s", Duration.between(start, Instant.now()));
        String seen = text(SEEN.matcher(page));
        assertThat(seen)
                .as(() -> withoutTags(support.get("/support/take-over/1").body()))
                .startsWith(ZONES + "-");
        Map<String, String> form =
                Map.of("old", OLD, "new", NEW, "reason", "Umzug", "request", text(REQUEST.matcher(page)), "seen", seen);
        assertThat(support.post("/support/replace", form).header("Location")).endsWith(PAGE);
        assertThat(support.post("/support/replace", form).header("Location"))
                .as("sent twice")
                .endsWith(PAGE);
    }

    private List<Integer> figures(String query) throws SQLException {
        String database = "jdbc:h2:file:" + folder.resolve("data").resolve("postlotse");
        try (Connection store = DriverManager.getConnection(database, "postlotse", "");
                ResultSet row = store.createStatement().executeQuery(query)) {
            row.next();
            List<Integer> figures = new ArrayList<>();
            for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                figures.add(row.getInt(column));
            }
            return figures;
        }
    }

    private static int figure(Visitor visitor, Pattern pattern) {
        return Integer.parseInt(text(pattern.matcher(visitor.get(PAGE).body())).replace(".", ""));
    }

    private static String withoutTags(String page) {
        return page.replaceAll("(?s)<[^>]*>|\\s+", " ");
    }

    private static String text(Matcher found) {
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void say(String text, Object... arguments) {
        System.out.println(text.formatted(arguments));
    }
}
