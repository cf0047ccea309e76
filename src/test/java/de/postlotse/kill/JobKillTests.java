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
 * The process is killed while it takes a list of zones over, and while it replaces a host in all of them. With {@code
 * -Dtests.replace.zones=10000} in as many zones as an operator may have; the system's output says how long that took.
 */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class JobKillTests {

    private static final int ZONES = Integer.getInteger("tests.replace.zones", 600);
    private static final Duration LONG = Duration.ofSeconds(180 + ZONES / 10);
    private static final String OLD = "alt.hoster.example";
    private static final String NEW = "mx1.hoster.example";
    private static final String LIST = "/support/take-over/1";
    private static final String PAGE = "/support/replace/1";
    private static final Pattern TRIED = Pattern.compile("([\\d.]+) von [\\d.]+ Domains bearbeitet");
    private static final Pattern TAKEN = Pattern.compile("Übernommen</dt><dd>([\\d.]+)</dd>");
    private static final Pattern REPLACED = Pattern.compile("Ersetzt</dt><dd>([\\d.]+)</dd>");
    private static final Pattern LEFT = Pattern.compile("Noch nicht bearbeitet</dt><dd>([\\d.]+)</dd>");
    private static final Pattern REQUEST = Pattern.compile("name=\"request\" value=\"([^\"]+)\"");
    private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([^\"]+)\"");

    @AutoClose
    private final StartedProcesses processes = new StartedProcesses();

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasKilledAndTakesOverAndChangesEachZoneOnce() throws SQLException {
        TestZones.write(folder.resolve("masters"), ZONES, OLD + ".");
        killedWhileItTakesOver(processes.ready(folder));

        PostlotseProcess second = processes.ready(folder);
        Visitor support = second.visitor("support");
        awaitDone(support, LIST);
        assertThat(figure(support, LIST, TAKEN))
                .as(() -> withoutTags(support.get(LIST).body()) + second.complaints())
                .isEqualTo(ZONES);
        killedWhileItReplaces(second, support);

        PostlotseProcess third = processes.ready(folder);
        Visitor again = third.visitor("support");
        Instant restart = Instant.now();
        awaitDone(again, PAGE);
        say("the rest took %s", Duration.between(restart, Instant.now()));
        assertThat(figure(again, PAGE, REPLACED))
                .as(() -> withoutTags(again.get(PAGE).body()) + third.complaints())
                .isEqualTo(ZONES);
        assertThat(figure(again, PAGE, LEFT)).isZero();
        third.kill();
        assertThatEachZoneWasChangedOnce();
    }

    private static void killedWhileItTakesOver(PostlotseProcess postlotse) {
        Visitor support = postlotse.visitor("support");
        String list = IntStream.rangeClosed(1, ZONES)
                .mapToObj(number -> TestZones.name(number) + ";10001")
                .collect(Collectors.joining("\n"));
        assertThat(support.post("/support/take-over", Map.of("text", list)).header("Location"))
                .endsWith(LIST);
        int tried = awaitFigure(support, LIST, 20);
        postlotse.kill();
        assertThat(tried).isLessThan(ZONES);
    }

    private static void killedWhileItReplaces(PostlotseProcess postlotse, Visitor support) {
        Instant start = Instant.now();
        replace(support);
        int tried = awaitFigure(support, PAGE, ZONES > 5_000 ? ZONES / 2 : ZONES / 10);
        postlotse.kill();
        say("killed after %s at %d of %d zones", Duration.between(start, Instant.now()), tried, ZONES);
        assertThat(tried).isLessThan(ZONES);
    }

    private void assertThatEachZoneWasChangedOnce() throws SQLException {
        assertThat(figures("select count(*), count(distinct zone_id) from zone_change where kind = 'TAKEN_OVER'"
                        + " and zone_id in (select id from zone where name like 'kunde-%')"))
                .containsExactly(ZONES, ZONES);
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

    private static void awaitDone(Visitor support, String job) {
        await().atMost(LONG)
                .untilAsserted(() -> assertThat(support.get(job).body()).contains("data-state=\"DONE\""));
    }

    private static int awaitFigure(Visitor support, String job, int least) {
        return await().atMost(LONG)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> figure(support, job, TRIED), figure -> figure >= least);
    }

    private static void replace(Visitor support) {
        Instant start = Instant.now();
        String page = support.get("/support/replace?old=" + OLD + "&new=" + NEW).body();
        say("the dry run took %s", Duration.between(start, Instant.now()));
        String seen = text(SEEN.matcher(page));
        assertThat(seen).as(() -> withoutTags(support.get(LIST).body())).startsWith(ZONES + "-");
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

    private static int figure(Visitor visitor, String job, Pattern pattern) {
        return Integer.parseInt(text(pattern.matcher(visitor.get(job).body())).replace(".", ""));
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
