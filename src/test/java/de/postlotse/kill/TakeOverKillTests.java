package de.postlotse.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.postlotse.testing.PostlotseProcess;
import de.postlotse.testing.TestZones;
import de.postlotse.testing.Visitor;
import java.nio.file.Path;
import java.time.Duration;
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

/** The process is killed while it works on a list. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TakeOverKillTests {

    private static final int ZONES = 600;
    private static final String LIST = "/support/take-over/1";
    private static final Pattern TRIED = Pattern.compile("(\\d+) von 600 Domains bearbeitet");
    private static final Pattern TAKEN = Pattern.compile("Übernommen</dt><dd>(\\d+)</dd>");

    @AutoClose
    private final StartedProcesses processes = new StartedProcesses();

    @TempDir
    private Path folder;

    @Test
    void goesOnWhereItWasKilledAndTakesEachZoneOverOnce() {
        TestZones.write(folder.resolve("masters"), ZONES);
        PostlotseProcess first = processes.ready(folder);
        Visitor support = first.visitor("support");
        String list = IntStream.rangeClosed(1, ZONES)
                .mapToObj(number -> TestZones.name(number) + ";10001")
                .collect(Collectors.joining("\n"));

        assertThat(support.post("/support/take-over", Map.of("text", list)).header("Location"))
                .endsWith(LIST);
        int tried =
                await().pollInterval(Duration.ofMillis(1)).until(() -> figure(support, TRIED), figure -> figure >= 20);
        first.kill();
        assertThat(tried).isLessThan(ZONES);

        Visitor again = processes.ready(folder).visitor("support");
        await().atMost(Duration.ofMinutes(3)).until(() -> again.get(LIST).body().contains("data-state=\"DONE\""));
        assertThat(figure(again, TAKEN))
                .as(() -> again.get(LIST).body().replaceAll("(?s)<[^>]*>|\\s+", " "))
                .isEqualTo(ZONES);
    }

    private static int figure(Visitor visitor, Pattern pattern) {
        Matcher figure = pattern.matcher(visitor.get(LIST).body());
        assertThat(figure.find()).isTrue();
        return Integer.parseInt(figure.group(1));
    }
}
